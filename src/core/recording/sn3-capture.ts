import { createSn3Framer, type EncodedFrame } from './sn3-framer.ts';
import { joinSn3 } from './sn3-pack.ts';

/** Collects the encoded frames of one call in memory. */
export interface Sn3Capture {
  /** Copies a frame. False when it was left out, whole: see `Sn3Framer`. */
  readonly append: (frame: EncodedFrame) => boolean;
  /** The blob so far, null when there is none. The next frame begins a new one, with a new origin of time. */
  readonly take: () => Uint8Array<ArrayBuffer> | null;
}

/** Longest blob: 49 minutes of G.711 both ways in packets of 20 ms. Source: seed 2. */
const defaultLimitBytes = 50 * 1024 * 1024;

/** Makes a capture. `nowNs` tells nanoseconds; where it goes back, time stands still. */
export function createSn3Capture({
  nowNs,
  limitBytes = defaultLimitBytes,
}: {
  readonly nowNs: () => bigint;
  readonly limitBytes?: number;
}): Sn3Capture {
  let frames: Uint8Array[] = [];
  let framer = createSn3Framer({ limitBytes });

  return {
    append(frame) {
      const packed = framer.frame(frame, nowNs());
      if (packed !== null) frames.push(packed);
      return packed !== null;
    },
    take() {
      if (frames.length === 0) return null;
      const blob = joinSn3(frames);
      frames = [];
      framer = createSn3Framer({ limitBytes });
      return blob;
    },
  };
}
