import { fitsSn3, sn3HeaderBytes, sn3Magic } from './sn3-format.ts';
import type { Sn3Frame } from './sn3-format.ts';

/** One frame as bytes. Numbers that are too large are taken modulo their field. */
export function packSn3Frame(frame: Sn3Frame): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(sn3HeaderBytes + frame.payload.byteLength);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, frame.direction);
  view.setUint16(1, frame.sequenceNumber, true);
  view.setUint32(3, frame.rtpTimestamp, true);
  view.setBigUint64(7, frame.wallNs, true);
  view.setUint16(15, frame.payload.byteLength, true);
  bytes.set(frame.payload, sn3HeaderBytes);
  return bytes;
}

/** Frames as one blob. Those that the format cannot hold are left out. */
export const packSn3 = (frames: readonly Sn3Frame[]): Uint8Array<ArrayBuffer> =>
  joinSn3(frames.filter(fitsSn3).map(packSn3Frame));

/** Packed frames as one blob. */
export const joinSn3 = (packed: readonly Uint8Array[]): Uint8Array<ArrayBuffer> =>
  joinBytes([Uint8Array.from(sn3Magic), ...packed]);

/** Pieces, one after the other. */
export function joinBytes(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(pieces.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let offset = 0;
  for (const piece of pieces) {
    bytes.set(piece, offset);
    offset += piece.byteLength;
  }
  return bytes;
}
