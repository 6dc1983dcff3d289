import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sine, toneAmplitude, toneDbfs } from '#testing/tones.ts';
import { createDecimator } from './decimator.ts';

const oneSecond = 48000;
const amplitude = 0.5;

/** What remains of a tone, as it is heard at `heardHz` after decimation, in dB against the tone that went in. */
function gainDb(factor: number, toneHz: number, heardHz: number): number {
  const output = createDecimator(factor).push(sine(toneHz, 48000, oneSecond, amplitude));
  const settled = output.subarray(100);
  return 20 * Math.log10(toneAmplitude(settled, 48000 / factor, heardHz) / amplitude + 1e-12);
}

describe('createDecimator', () => {
  it.each([
    { factor: 3, toneHz: 440, atLeastDb: -0.01 },
    { factor: 3, toneHz: 6000, atLeastDb: -0.1 },
    { factor: 3, toneHz: 7000, atLeastDb: -1.5 },
    { factor: 6, toneHz: 440, atLeastDb: -0.01 },
    { factor: 6, toneHz: 3400, atLeastDb: -1 },
  ])('keeps speech: $toneHz Hz by $factor', ({ factor, toneHz, atLeastDb }) => {
    expect(gainDb(factor, toneHz, toneHz)).toBeGreaterThan(atLeastDb);
    expect(gainDb(factor, toneHz, toneHz)).toBeLessThan(0.01);
  });

  it.each([
    { factor: 3, toneHz: 9000, aliasHz: 7000 },
    { factor: 3, toneHz: 10_000, aliasHz: 6000 },
    { factor: 3, toneHz: 15_000, aliasHz: 1000 },
    { factor: 3, toneHz: 20_000, aliasHz: 4000 },
    { factor: 6, toneHz: 5000, aliasHz: 3000 },
    { factor: 6, toneHz: 7000, aliasHz: 1000 },
    { factor: 6, toneHz: 10_000, aliasHz: 2000 },
  ])('keeps what it cannot carry out: $toneHz Hz by $factor', ({ factor, toneHz, aliasHz }) => {
    expect(gainDb(factor, toneHz, aliasHz)).toBeLessThan(-86);
  });

  it('gives the same samples however the input is cut, and always ⌊n / factor⌋ of them', () => {
    const cuts = fc.array(fc.nat({ max: 700 }), { maxLength: 12 });
    fc.assert(
      fc.property(fc.constantFrom(1, 3, 6), cuts, (factor, pieces) => {
        const total = pieces.reduce((sum, piece) => sum + piece, 0);
        const input = sine(1000, 48000, total);
        const whole = createDecimator(factor).push(input);

        const decimator = createDecimator(factor);
        const output: number[] = [];
        let taken = 0;
        for (const piece of pieces) {
          output.push(...decimator.push(input.subarray(taken, taken + piece)));
          taken += piece;
          expect(output.length).toBe(Math.floor(taken / factor));
        }
        expect(output).toEqual([...whole]);
      }),
      { numRuns: 30 },
    );
  });

  it('leaves silence silent', () => {
    const output = createDecimator(3).push(new Float32Array(oneSecond));
    expect(toneDbfs(output, 16000, 1000)).toBeLessThan(-200);
  });
});
