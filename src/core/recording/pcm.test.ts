import fc from 'fast-check';
import { expect, it } from 'vitest';
import { interleavePcm16 } from './pcm.ts';
import { encodeWavHeader, parseWavHeader, wavHeaderBytes, wholeDataBytes } from './wav.ts';

const samplesOf = (bytes: Uint8Array) => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: bytes.byteLength / 2 }, (_, index) => view.getInt16(index * 2, true));
};

it('puts left before right', () => {
  const left = Float32Array.of(0.5, -0.5);
  const right = Float32Array.of(0.25, -0.25);
  expect(samplesOf(interleavePcm16(left, right))).toEqual([16384, 8192, -16384, -8192]);
});

it('clamps what is too loud, and writes NaN as silence', () => {
  const left = Float32Array.of(1, -1, 7, Number.POSITIVE_INFINITY, Number.NaN);
  const right = Float32Array.of(-7, 0.999_999, -0, Number.NEGATIVE_INFINITY, 0);
  expect(samplesOf(interleavePcm16(left, right))).toEqual([
    32767, -32768, -32768, 32767, 32767, 0, 32767, -32768, 0, 0,
  ]);
});

it('is never more than half a step away from what it was given', () => {
  fc.assert(
    fc.property(fc.float32Array({ min: -1, max: Math.fround(32767 / 32768), noNaN: true }), (samples) => {
      const written = samplesOf(interleavePcm16(samples, samples));
      samples.forEach((sample, frame) => {
        expect(Math.abs((written[frame * 2] ?? 0) - sample * 32768)).toBeLessThanOrEqual(0.5);
      });
    }),
  );
});

it('gives a file of 44 bytes and 4 more for each frame, from which the frames can be counted again', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 500 }), { maxLength: 20 }), (pieces) => {
      const frames = pieces.reduce((sum, piece) => sum + piece, 0);
      const body = pieces.map((piece) => interleavePcm16(new Float32Array(piece), new Float32Array(piece)));
      const dataBytes = body.reduce((sum, bytes) => sum + bytes.byteLength, 0);
      const file = Buffer.concat([encodeWavHeader({ sampleRateHz: 16000, channels: 2, dataBytes }), ...body]);

      expect(file.byteLength).toBe(wavHeaderBytes + frames * 4);
      expect(parseWavHeader(file)?.dataBytes).toBe(frames * 4);
      expect(wholeDataBytes(file.byteLength, { sampleRateHz: 16000, channels: 2 })).toBe(frames * 4);
    }),
  );
});
