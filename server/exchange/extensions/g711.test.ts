import { expect, test } from 'vitest';
import { fromMulaw, toMulaw } from './g711.ts';

test.each([
  [0, 0xff],
  [1, 0x80],
  [-1, 0x00],
  [2, 0x80],
])('%d is %i in µ-law', (sample, byte) => {
  expect(toMulaw(sample)).toBe(byte);
});

test('every code but the negative zero comes back as itself', () => {
  const codes = Array.from({ length: 256 }, (_, code) => code).filter((code) => code !== 0x7f);
  expect(codes.map((code) => toMulaw(fromMulaw(code)))).toEqual(codes);
});

test('no sample moves by more than a thirtieth of itself, small ones by less than 0.0002', () => {
  for (let sample = -0.97; sample < 0.97; sample += 0.001) {
    const error = Math.abs(fromMulaw(toMulaw(sample)) - sample);
    expect(error).toBeLessThan(Math.max(0.0002, Math.abs(sample) / 30));
  }
});
