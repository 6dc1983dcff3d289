import { expect, it } from 'vitest';
import type { Sn3Frame } from './sn3-format.ts';
import { decodeSn3 } from './sn3-stereo.ts';

const codecs = { caller: 'PCMU', agent: 'PCMA' } as const;
const frame = (direction: 0 | 1, sequenceNumber: number, wallMs: number, byte: number): Sn3Frame => ({
  direction,
  sequenceNumber,
  rtpTimestamp: sequenceNumber * 160,
  wallNs: BigInt(wallMs) * 1_000_000n,
  payload: new Uint8Array(160).fill(byte),
});
/** Value and length of each stretch of equal samples. */
const runs = (track: Int16Array) => {
  const found: [number, number][] = [];
  for (const sample of track) {
    const last = found.at(-1);
    if (last?.[0] === sample) last[1] += 1;
    else found.push([sample, 1]);
  }
  return found;
};

it('decodes each side by its own codec, from one beginning', () => {
  const { left, right } = decodeSn3([frame(1, 1, 40, 0xd5), frame(0, 1, 70, 0x8f)], codecs);
  expect(runs(left)).toEqual([
    [0, 240],
    [16764, 160],
  ]);
  expect(runs(right)).toEqual([[8, 160]]);
});

it('puts in order what came in one burst, round the end of the sequence numbers, and hears doubles once', () => {
  const burst = [
    frame(0, 0, 0, 0x9f),
    frame(0, 65_535, 0, 0x8f),
    frame(0, 65_535, 20, 0x8f),
    frame(0, 1, 40, 0xaf),
  ];
  expect(runs(decodeSn3(burst, codecs).left)).toEqual([
    [16764, 160],
    [8316, 160],
    [4092, 160],
  ]);
});

it('keeps every frame of a blob that numbers none', () => {
  const plain = [0, 1, 2].map(() => ({ ...frame(0, 0, 0, 0x9f), rtpTimestamp: 0 }));
  expect(decodeSn3(plain, codecs).left).toHaveLength(480);
});

it('scales both sides by the louder one', () => {
  const { left, right } = decodeSn3([frame(0, 1, 0, 0x80), frame(1, 1, 0, 0xd5 ^ 0x20)], codecs);
  const unscaled = decodeSn3([frame(1, 1, 0, 0xd5 ^ 0x20)], codecs).right;
  expect(left[0]).toBe(30147);
  expect(right[0]).toBe(Math.round(((unscaled[0] ?? 0) * 0.92 * 32768) / 32124));
});

it('has nothing to say of an empty blob', () => {
  expect(decodeSn3([], codecs)).toEqual({ left: new Int16Array(0), right: new Int16Array(0) });
});
