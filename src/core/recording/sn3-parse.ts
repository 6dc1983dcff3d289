import { isSide, maxPayloadBytes, sn3Magic } from './sn3-format.ts';
import type { Sn3Frame } from './sn3-format.ts';

/** What the versions of the format have before a payload: SN2 knows no wall time, SN1 nothing but side and length. */
const headerBytesOf: Readonly<Record<number, number>> = { 0x31: 3, 0x32: 9, 0x33: 17 };

/**
 * The frames of a blob, in its order. What a version does not know is 0. Reading ends, with what was read so far, at an
 * empty payload, one of more than 4000 bytes, and a frame that is not whole; frames of neither side are passed over. No
 * frames for what is no blob. Payloads are views of `blob`, not copies.
 */
export function parseSn3(blob: Uint8Array): readonly Sn3Frame[] {
  const [first, second] = sn3Magic;
  const headerBytes = blob[0] === first && blob[1] === second ? headerBytesOf[blob[2] ?? 0] : undefined;
  if (headerBytes === undefined) return [];

  const view = new DataView(blob.buffer, blob.byteOffset, blob.byteLength);
  const frames: Sn3Frame[] = [];
  let offset: number = sn3Magic.length;
  while (offset + headerBytes <= blob.byteLength) {
    const start = offset + headerBytes;
    const payloadBytes = view.getUint16(start - 2, true);
    if (payloadBytes === 0 || payloadBytes > maxPayloadBytes || start + payloadBytes > blob.byteLength) break;
    const direction = view.getUint8(offset);
    if (isSide(direction)) {
      frames.push({
        direction,
        sequenceNumber: headerBytes >= 9 ? view.getUint16(offset + 1, true) : 0,
        rtpTimestamp: headerBytes >= 9 ? view.getUint32(offset + 3, true) : 0,
        wallNs: headerBytes >= 17 ? view.getBigUint64(offset + 7, true) : 0n,
        payload: blob.subarray(start, start + payloadBytes),
      });
    }
    offset = start + payloadBytes;
  }
  return frames;
}
