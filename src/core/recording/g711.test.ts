import { describe, expect, it } from 'vitest';
import { decodeALaw, decodeG711, decodeMuLaw } from './g711.ts';

const bytes = Array.from({ length: 128 }, (_, index) => index);
// Decision values of ITU-T G.711, tables 1a and 2a: the largest output of each segment, in PCM16.
const muLawTops = [32124, 15996, 7932, 3900, 1884, 876, 372, 120];
const aLawTops = [32256, 16128, 8064, 4032, 2016, 1008, 504, 248];

describe('decodeMuLaw', () => {
  it('falls in eight segments from 32124 to 0', () => {
    const positive = bytes.map((byte) => decodeMuLaw(0x80 + byte));
    expect(muLawTops).toEqual(positive.filter((_, byte) => byte % 16 === 0));
    expect(positive.at(-1)).toBe(0);
    expect(positive).toEqual(positive.toSorted((a, b) => b - a));
  });

  it('is the same below zero, without a negative zero', () => {
    for (const byte of bytes) expect(decodeMuLaw(byte) + decodeMuLaw(0x80 + byte)).toBe(0);
    expect(decodeMuLaw(0x7f)).toBe(0);
  });
});

describe('decodeALaw', () => {
  it('falls in eight segments from 32256 to 8', () => {
    const positive = bytes.map((byte) => decodeALaw((0x80 + 0x7f - byte) ^ 0x55));
    expect(aLawTops).toEqual(positive.filter((_, byte) => byte % 16 === 0));
    expect(positive.at(-1)).toBe(8);
    expect(positive).toEqual(positive.toSorted((a, b) => b - a));
  });

  it('is the same below zero', () => {
    for (const byte of bytes) expect(decodeALaw(byte) + decodeALaw(0x80 + byte)).toBe(0);
  });
});

it('decodes a payload by its codec', () => {
  expect([...decodeG711(Uint8Array.of(0x80, 0xff, 0x00), 'PCMU')]).toEqual([32124, 0, -32124]);
  expect([...decodeG711(Uint8Array.of(0xaa, 0xd5, 0x00), 'PCMA')]).toEqual([32256, 8, -5504]);
});
