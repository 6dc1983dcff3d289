import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeSn3Codecs, encodeSn3Codecs, voiceCodecOf, type Sn3Codec } from './sn3-codec.ts';

const anyCodec: fc.Arbitrary<Sn3Codec> = fc.record({
  direction: fc.constantFrom<0 | 1>(0, 1),
  name: fc.constantFrom('opus', 'PCMU', 'G722', 'x-own_1'),
  clockRateHz: fc.constantFrom(8000, 48_000),
  channels: fc.integer({ min: 1, max: 8 }),
  payloadType: fc.integer({ min: 0, max: 127 }),
  fromByte: fc.integer({ min: 3, max: 2 ** 40 }),
});

describe('codecs as text', () => {
  it('come back as they were', () => {
    fc.assert(
      fc.property(fc.array(anyCodec, { maxLength: 32 }), (codecs) => {
        expect(decodeSn3Codecs(encodeSn3Codecs(codecs))).toEqual(codecs);
      }),
    );
  });

  it('are read as far as they make sense, and so many at most', () => {
    const good = '0=111:opus/48000/2@3';
    expect(decodeSn3Codecs(`x ${good} 2=0:PCMU/8000/1@3 1=200:PCMU/8000/1@3 1=0:PCMU/8000/1@2`)).toHaveLength(
      1,
    );
    expect(decodeSn3Codecs(`${good} `.repeat(100))).toHaveLength(32);
  });

  it('never throw, whatever the text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(decodeSn3Codecs(text)).toEqual([]);
      }),
    );
  });
});

it.each([
  ['audio/opus', 48_000],
  ['audio/PCMU', 8000],
  ['audio/pcma', 8000],
  ['audio/G722', 8000],
  ['audio/telephone-event', undefined],
  ['audio/CN', undefined],
  ['audio/red', undefined],
  ['', undefined],
])('the clock rate of %s is %s', (mimeType, clockRateHz) => {
  expect(voiceCodecOf(mimeType)?.clockRateHz).toBe(clockRateHz);
});
