import type { RecordingChannel } from '../hooks/recording-sink.ts';
import { fitsSn3, sn3HeaderBytes, sn3Magic } from './sn3-format.ts';
import { joinSn3, packSn3Frame } from './sn3-pack.ts';

/** An encoded frame as it passes on its way in or out. */
export interface EncodedFrame {
  readonly direction: RecordingChannel;
  readonly sequenceNumber: number;
  readonly rtpTimestamp: number;
  readonly payload: Uint8Array;
}

/** Collects the encoded frames of one call in memory. */
export interface Sn3Capture {
  /**
   * Copies a frame. False when it was left out, whole: it is of neither side, its payload is empty or longer than 4000
   * bytes, or the blob would pass its limit.
   */
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
  let byteLength: number = sn3Magic.length;
  let originNs = 0n;
  let lastWallNs = 0n;

  return {
    append(frame) {
      const added = sn3HeaderBytes + frame.payload.byteLength;
      if (!fitsSn3(frame) || byteLength + added > limitBytes) return false;
      const now = nowNs();
      if (frames.length === 0) {
        originNs = now;
        lastWallNs = 0n;
      }
      if (now - originNs > lastWallNs) lastWallNs = now - originNs;
      frames.push(packSn3Frame({ ...frame, wallNs: lastWallNs }));
      byteLength += added;
      return true;
    },
    take() {
      if (frames.length === 0) return null;
      const blob = joinSn3(frames);
      frames = [];
      byteLength = sn3Magic.length;
      return blob;
    },
  };
}
