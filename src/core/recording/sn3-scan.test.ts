import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packSn3 } from './sn3-pack.ts';
import { createSn3Scan } from './sn3-scan.ts';

const blobOf = (lengths: readonly number[]): Uint8Array =>
  packSn3(
    lengths.map((length, sequenceNumber) => ({
      direction: sequenceNumber % 2 === 0 ? 0 : 1,
      sequenceNumber,
      rtpTimestamp: 0,
      wallNs: 0n,
      payload: new Uint8Array(length).fill(sequenceNumber),
    })),
  );

/** Gives a blob to a scan in pieces of these lengths. */
function scan(blob: Uint8Array, pieces: readonly number[]): number {
  const scan = createSn3Scan();
  let at = 0;
  for (const length of [...pieces, blob.byteLength]) {
    scan.push(blob.subarray(at, at + length));
    at += length;
  }
  return scan.wholeBytes();
}

const anyLengths = fc.array(fc.integer({ min: 1, max: 4000 }), { maxLength: 8 });
const anyPieces = fc.array(fc.integer({ min: 1, max: 30 }));

describe('createSn3Scan', () => {
  it('finds the end of the last whole frame, wherever the blob was cut and however it comes', () => {
    fc.assert(
      fc.property(anyLengths, anyPieces, fc.nat(), (lengths, pieces, cut) => {
        const ends = lengths.map((_, index) => blobOf(lengths.slice(0, index + 1)).byteLength);
        const blob = blobOf(lengths);
        const kept = blob.subarray(0, cut % (blob.byteLength + 1));
        const whole = [3, ...ends].findLast((end) => end <= kept.byteLength) ?? 0;
        expect(scan(kept, pieces)).toBe(whole);
      }),
    );
  });

  it.each([
    ['another magic', Uint8Array.of(0x53, 0x4e, 0x32, 0, 0, 0), 0],
    ['nothing', new Uint8Array(0), 0],
    ['a frame of neither side', Uint8Array.from([...blobOf([9]), 2, ...new Uint8Array(20).fill(1)]), 29],
    ['an empty frame', Uint8Array.from([...blobOf([9]), ...new Uint8Array(20)]), 29],
    [
      'a frame of more than 4000 bytes',
      Uint8Array.from([...blobOf([9]), ...new Uint8Array(15), 0xa1, 0x0f]),
      29,
    ],
  ])('ends at %s', (_what, blob, whole) => {
    expect(scan(blob, [])).toBe(whole);
  });
});
