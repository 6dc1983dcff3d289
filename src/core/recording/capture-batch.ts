import { toleratedMs } from './file-time.ts';

/** Rate of the phone's AudioContext, and so of everything that the worklet captures. */
export const captureRateHz = 48000;

/**
 * A run of captured frames. Each channel is a `Float32Array[frame]` of the same length, full scale ±1;
 * `startFrame` counts frames of the AudioContext (`currentFrame`), so that a hole between two runs can be seen.
 */
export interface CaptureBatch {
  readonly startFrame: number;
  /** When the first frame was captured, by the computer's clock: milliseconds since the Unix epoch. */
  readonly wallMs: number;
  /** Channel 0: the remote party. */
  readonly left: Float32Array<ArrayBuffer>;
  /** Channel 1: the local microphone. */
  readonly right: Float32Array<ArrayBuffer>;
}

/** What the worklet sends to the recording worker. */
export type CaptureMessage =
  | { readonly kind: 'batch'; readonly batch: CaptureBatch }
  /** Nothing follows: everything that was captured until `wallMs` has been sent. */
  | { readonly kind: 'flushed'; readonly wallMs: number };

/** Collects render quanta into batches, so that a message costs little. */
export interface CaptureBatcher {
  /** Adds one render quantum; a missing channel is silence. Hands out every batch that this completes. */
  readonly push: (
    currentFrame: number,
    left: Float32Array | undefined,
    right: Float32Array | undefined,
  ) => void;
  /** Hands out what is left, if anything is. */
  readonly flush: () => void;
}

/** 53 ms at 48 kHz: what a killed process loses of a recording, at most. */
const batchFrames = 2560;
/** Frames of a render quantum of which neither channel has samples (Web Audio API §2.4). */
const quantumFrames = 128;

/** Makes a batcher. `deliver` owns what it is given; `nowMs` is the computer's clock. */
export function createCaptureBatcher(
  deliver: (batch: CaptureBatch) => void,
  nowMs: () => number,
): CaptureBatcher {
  let left = new Float32Array(batchFrames);
  let right = new Float32Array(batchFrames);
  let startFrame = 0;
  let wallMs = 0;
  let filled = 0;

  const flush = () => {
    if (filled === 0) return;
    deliver({
      startFrame,
      wallMs,
      left: filled === batchFrames ? left : left.slice(0, filled),
      right: filled === batchFrames ? right : right.slice(0, filled),
    });
    left = new Float32Array(batchFrames);
    right = new Float32Array(batchFrames);
    filled = 0;
  };

  return {
    push(currentFrame, leftQuantum, rightQuantum) {
      const frames = leftQuantum?.length ?? rightQuantum?.length ?? quantumFrames;
      const heardAtMs = nowMs();
      // A hole must lie between two batches, where the receiver can see it.
      const stoodStill = heardAtMs - wallMs - (filled * 1000) / captureRateHz > toleratedMs;
      if (currentFrame !== startFrame + filled || stoodStill || filled + frames > batchFrames) flush();
      if (filled === 0) {
        startFrame = currentFrame;
        wallMs = heardAtMs;
      }
      if (leftQuantum !== undefined) left.set(leftQuantum, filled);
      if (rightQuantum !== undefined) right.set(rightQuantum, filled);
      filled += frames;
      if (filled === batchFrames) flush();
    },
    flush,
  };
}
