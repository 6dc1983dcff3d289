import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Sn3Frame } from './sn3-format.ts';
import { packSn3 } from './sn3-pack.ts';
import { parseSn3 } from './sn3-parse.ts';

const anyFrame: fc.Arbitrary<Sn3Frame> = fc.record({
  direction: fc.constantFrom<0 | 1>(0, 1),
  sequenceNumber: fc.integer({ min: 0, max: 0xffff }),
  rtpTimestamp: fc.integer({ min: 0, max: 0xffff_ffff }),
  wallNs: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
  payload: fc.uint8Array({ minLength: 1, maxLength: 40 }),
});
const frame = (payload: Uint8Array): Sn3Frame => ({
  direction: 0,
  sequenceNumber: 1,
  rtpTimestamp: 2,
  wallNs: 3n,
  payload,
});
const bytes = (...hex: readonly string[]) => Uint8Array.from(Buffer.from(hex.join(''), 'hex'));

describe('packSn3 and parseSn3', () => {
  it('give back every frame', () => {
    fc.assert(
      fc.property(fc.array(anyFrame), (frames) => {
        expect(parseSn3(packSn3(frames))).toEqual(frames);
      }),
    );
  });

  it('give back the whole frames of a blob that was cut', () => {
    fc.assert(
      fc.property(fc.array(anyFrame), fc.nat(), (frames, cut) => {
        const blob = packSn3(frames);
        const kept = parseSn3(blob.subarray(0, cut % (blob.byteLength + 1)));
        expect(kept).toEqual(frames.slice(0, kept.length));
      }),
    );
  });

  it('write no frame that would end the reading', () => {
    const frames = [new Uint8Array(0), new Uint8Array(4001), new Uint8Array(4000)].map(frame);
    expect(parseSn3(packSn3(frames))).toEqual(frames.slice(2));
  });
});

describe('parseSn3', () => {
  it('reads a blob in the middle of other bytes', () => {
    const blob = packSn3([frame(Uint8Array.of(7))]);
    const around = new Uint8Array(blob.byteLength + 5);
    around.set(blob, 2);
    expect(parseSn3(around.subarray(2, 2 + blob.byteLength))).toHaveLength(1);
  });

  it('reads the versions before', () => {
    const unknown = { sequenceNumber: 0, rtpTimestamp: 0, wallNs: 0n };
    expect(parseSn3(bytes('534e31', '000200aabb', '010100cc'))).toEqual([
      { ...unknown, direction: 0, payload: bytes('aabb') },
      { ...unknown, direction: 1, payload: bytes('cc') },
    ]);
    expect(parseSn3(bytes('534e32', '010a004006000002007f7f'))).toEqual([
      { direction: 1, sequenceNumber: 10, rtpTimestamp: 1600, wallNs: 0n, payload: bytes('7f7f') },
    ]);
  });

  it('passes over a frame of neither side', () => {
    expect(parseSn3(bytes('534e31', '020100aa', '010100bb'))).toMatchObject([{ direction: 1 }]);
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.constantFrom('534e31', '534e32', '534e33', ''), fc.uint8Array(), (magic, rest) => {
        for (const { payload } of parseSn3(Buffer.concat([Buffer.from(magic, 'hex'), rest]))) {
          expect(payload.byteLength).toBeGreaterThan(0);
        }
      }),
    );
  });
});
