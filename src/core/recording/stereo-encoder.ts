import { captureRateHz, type CaptureBatch } from './capture-batch.ts';
import { createDecimator } from './decimator.ts';
import { createFileTime, toleratedMs } from './file-time.ts';
import { interleavePcm16 } from './pcm.ts';
import type { RecordingMark } from './recording-mark.ts';
import type { RecordingMeta } from './recording-meta.ts';

type Write = (bytes: Uint8Array<ArrayBuffer>) => void;

/** Turns captured batches into the bytes of a stereo file. */
export interface StereoEncoder {
  /**
   * Encodes the next batch and calls `write` with interleaved PCM16, little-endian, left first, in order. Time from
   * which there is no sound becomes silence, whether frames are missing between two batches or the audio clock itself
   * stood still, so that file time stays wall time; frames that came before are dropped.
   */
  readonly push: (batch: CaptureBatch, write: Write) => void;
  /** Whether there was a batch. */
  readonly hasBegun: () => boolean;
  /** Adds the silence between the last batch and `wallMs`, if there is any; where there was no batch, all of it. */
  readonly end: (wallMs: number, write: Write) => void;
  /** Frames of silence that stand for missing ones so far, at the capture rate. */
  readonly paddedFrames: () => number;
}

/** Longest piece of silence that is made at once: a second. */
const silenceFrames = captureRateHz;
const framesPerMs = captureRateHz / 1000;

/** Makes an encoder from the capture rate to the file's rate. `onGap` is told of silence that a listener may notice. */
export function createStereoEncoder(
  { sampleRateHz, startedAtMs }: Pick<RecordingMeta, 'sampleRateHz' | 'startedAtMs'>,
  onGap: (mark: RecordingMark) => void,
): StereoEncoder {
  const factor = captureRateHz / sampleRateHz;
  const leftDecimator = createDecimator(factor);
  const rightDecimator = createDecimator(factor);
  const fileTime = createFileTime(startedAtMs);
  let nextFrame: number | null = null;
  /** At the capture rate, silence included. */
  let writtenFrames = 0;
  let padded = 0;

  const encode = (left: Float32Array, right: Float32Array, write: Write) => {
    write(interleavePcm16(leftDecimator.push(left), rightDecimator.push(right)));
    writtenFrames += left.length;
  };

  /** Silence for the frames that are known to be missing, and for what is missing until `wallMs` after them. */
  const pad = (missingFrames: number, wallMs: number, write: Write) => {
    const lateMs = fileTime.missingMs((writtenFrames + missingFrames) / framesPerMs, wallMs);
    const atMs = Math.round(writtenFrames / framesPerMs);
    const frames = missingFrames + Math.round(lateMs * framesPerMs);
    for (let rest = frames; rest > 0; rest -= silenceFrames) {
      const piece = new Float32Array(Math.min(rest, silenceFrames));
      encode(piece, piece, write);
    }
    padded += frames;
    const durationMs = Math.round(frames / framesPerMs);
    if (durationMs >= toleratedMs) onGap({ kind: 'gap', atMs, durationMs });
  };

  return {
    push({ startFrame, wallMs, left, right }, write) {
      const expected = nextFrame ?? startFrame;
      const end = startFrame + left.length;
      if (end <= expected) return;
      const known = Math.max(0, expected - startFrame);
      pad(Math.max(0, startFrame - expected), wallMs + known / framesPerMs, write);
      encode(left.subarray(known), right.subarray(known), write);
      nextFrame = end;
    },
    hasBegun: () => nextFrame !== null,
    end: (wallMs, write) => pad(0, wallMs, write),
    paddedFrames: () => padded,
  };
}
