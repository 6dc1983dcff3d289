import { isSide, maxPayloadBytes, sn3HeaderBytes, sn3Magic } from './sn3-format.ts';

/** Looks through an SN3 blob that comes in pieces, and keeps nothing of it. */
export interface Sn3Scan {
  /** The next bytes of the blob. */
  readonly push: (bytes: Uint8Array) => void;
  /** How long the blob is that ends with the last whole frame; 0 for what is none. */
  readonly wholeBytes: () => number;
  /** When the last whole frame passed, in whole milliseconds after the first. */
  readonly lastFrameMs: () => number;
}

/** Begins at the beginning of a blob. A frame that no writer makes ends it. */
export function createSn3Scan(): Sn3Scan {
  /** The magic, then the header of each frame, as far as it has come. */
  const head = new Uint8Array(sn3HeaderBytes);
  let wanted: number = sn3Magic.length;
  let filled = 0;
  let payloadLeft = 0;
  let offset = 0;
  let wholeBytes = 0;
  let wallNs = 0n;
  let lastFrameNs = 0n;
  let isOver = false;

  const onHead = () => {
    if (wholeBytes === 0) {
      isOver = sn3Magic.some((byte, index) => head[index] !== byte);
      wholeBytes = isOver ? 0 : offset;
      wanted = sn3HeaderBytes;
      return;
    }
    const header = new DataView(head.buffer);
    wallNs = header.getBigUint64(7, true);
    payloadLeft = header.getUint16(sn3HeaderBytes - 2, true);
    isOver = !isSide(head[0] ?? 0) || payloadLeft === 0 || payloadLeft > maxPayloadBytes;
  };

  return {
    push(bytes) {
      for (let at = 0; at < bytes.byteLength;) {
        if (isOver) return;
        const taken = Math.min(payloadLeft === 0 ? wanted - filled : payloadLeft, bytes.byteLength - at);
        const piece = bytes.subarray(at, at + taken);
        at += taken;
        offset += taken;
        if (payloadLeft > 0) {
          payloadLeft -= taken;
          if (payloadLeft > 0) continue;
          wholeBytes = offset;
          lastFrameNs = wallNs;
          continue;
        }
        head.set(piece, filled);
        filled += taken;
        if (filled < wanted) continue;
        filled = 0;
        onHead();
      }
    },
    wholeBytes: () => wholeBytes,
    lastFrameMs: () => Number(lastFrameNs / 1_000_000n),
  };
}
