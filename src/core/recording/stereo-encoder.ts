import { captureRateHz, type CaptureBatch } from './capture-batch.ts';
import { createDecimator } from './decimator.ts';
import { interleavePcm16 } from './pcm.ts';
import type { RecordingSampleRateHz } from './recording-meta.ts';

/** Turns captured batches into the bytes of a stereo file. */
export interface StereoEncoder {
  /**
   * Encodes the next batch and calls `write` with interleaved PCM16, little-endian, left first, in order. Frames that
   * are missing between two batches become silence, so that file time stays wall time; frames that came before are dropped.
   */
  readonly push: (batch: CaptureBatch, write: (bytes: Uint8Array<ArrayBuffer>) => void) => void;
  /** Frames of silence that stand for missing ones so far, at the capture rate. */
  readonly paddedFrames: () => number;
}

/** Longest piece of silence that is made at once: a second. */
const silenceFrames = captureRateHz;

/** Makes an encoder from the capture rate to the file's rate. */
export function createStereoEncoder(sampleRateHz: RecordingSampleRateHz): StereoEncoder {
  const factor = captureRateHz / sampleRateHz;
  const leftDecimator = createDecimator(factor);
  const rightDecimator = createDecimator(factor);
  let nextFrame: number | null = null;
  let padded = 0;

  const encode = (left: Float32Array, right: Float32Array) =>
    interleavePcm16(leftDecimator.push(left), rightDecimator.push(right));

  return {
    push(batch, write) {
      const expected = nextFrame ?? batch.startFrame;
      const end = batch.startFrame + batch.left.length;
      if (end <= expected) return;

      for (let missing = batch.startFrame - expected; missing > 0; missing -= silenceFrames) {
        const frames = Math.min(missing, silenceFrames);
        write(encode(new Float32Array(frames), new Float32Array(frames)));
        padded += frames;
      }
      const known = Math.max(0, expected - batch.startFrame);
      write(encode(batch.left.subarray(known), batch.right.subarray(known)));
      nextFrame = end;
    },
    paddedFrames: () => padded,
  };
}
