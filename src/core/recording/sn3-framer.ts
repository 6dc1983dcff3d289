import type { RecordingChannel } from '../hooks/recording-sink.ts';
import { fitsSn3, sn3HeaderBytes, sn3Magic } from './sn3-format.ts';
import { packSn3Frame } from './sn3-pack.ts';

/** An encoded frame as it passes on its way in or out. */
export interface EncodedFrame {
  readonly direction: RecordingChannel;
  readonly sequenceNumber: number;
  readonly rtpTimestamp: number;
  readonly payload: Uint8Array;
}

/** Makes the frames of one blob, behind its magic. */
export interface Sn3Framer {
  /**
   * A frame as bytes, to be added to the blob; its time is told by `nowNs`, in nanoseconds, and where that goes back, time
   * stands still. Null when it is left out, whole: it is of neither side, its payload is empty or longer than 4000 bytes, or
   * the blob would pass its limit.
   */
  readonly frame: (frame: EncodedFrame, nowNs: bigint) => Uint8Array<ArrayBuffer> | null;
  /** How long the blob is so far. */
  readonly byteLength: () => number;
}

/** Begins a blob, whose time begins with its first frame. */
export function createSn3Framer({ limitBytes = Infinity } = {}): Sn3Framer {
  let byteLength: number = sn3Magic.length;
  let originNs: bigint | null = null;
  let wallNs = 0n;

  return {
    frame(frame, nowNs) {
      const added = sn3HeaderBytes + frame.payload.byteLength;
      if (!fitsSn3(frame) || byteLength + added > limitBytes) return null;
      originNs ??= nowNs;
      if (nowNs - originNs > wallNs) wallNs = nowNs - originNs;
      byteLength += added;
      return packSn3Frame({ ...frame, wallNs });
    },
    byteLength: () => byteLength,
  };
}
