import { expect } from '@playwright/test';

/** Level of one frequency in a signal, in dB relative to a full-scale sine: 0 is as loud as it gets. Goertzel. */
export function toneLevelDb(samples: Float32Array, sampleRateHz: number, frequencyHz: number): number {
  const coefficient = 2 * Math.cos((2 * Math.PI * frequencyHz) / sampleRateHz);
  let previous = 0;
  let beforePrevious = 0;
  samples.forEach((sample, index) => {
    // Hann window, or a neighbouring loud tone leaks in.
    const window = 0.5 - 0.5 * Math.cos((2 * Math.PI * index) / samples.length);
    const current = sample * window + coefficient * previous - beforePrevious;
    beforePrevious = previous;
    previous = current;
  });
  const power = previous ** 2 + beforePrevious ** 2 - coefficient * previous * beforePrevious;
  const amplitude = (Math.sqrt(Math.max(power, 0)) * 4) / samples.length;
  return 20 * Math.log10(Math.max(amplitude, 1e-9));
}

/** How many of the tenths of a second of a channel hold a tone. */
export function shareWithTone(samples: Float32Array, sampleRateHz: number, frequencyHz: number): number {
  const pieceFrames = sampleRateHz / 10;
  const pieces = Array.from({ length: Math.floor(samples.length / pieceFrames) }, (_, index) =>
    samples.subarray(index * pieceFrames, (index + 1) * pieceFrames),
  );
  return pieces.filter((piece) => toneLevelDb(piece, sampleRateHz, frequencyHz) > -15).length / pieces.length;
}

/**
 * A tone is there most of the time. In tenths of a second: a busy machine's fake microphone jumps now and then, and a tone that
 * jumps cancels itself out in a longer piece.
 */
export function expectHeard(samples: Float32Array, sampleRateHz: number, frequencyHz: number): void {
  const share = shareWithTone(samples, sampleRateHz, frequencyHz);
  expect(share, `share of ${samples.length / sampleRateHz} s with ${frequencyHz} Hz`).toBeGreaterThan(0.5);
}

/** Beside a tone, and far enough from it that nothing of it is there. */
const besideHz = [-40, -20, 20, 40];

/**
 * A tone is nowhere: it is not there, or no louder than what is beside it. A busy machine's fake microphone jumps now and then,
 * and where another tone jumps there is a little of every frequency.
 */
export function expectUnheard(samples: Float32Array, sampleRateHz: number, frequencyHz: number): void {
  const levelDb = (hz: number) => toneLevelDb(samples, sampleRateHz, hz);
  const powers = besideHz.map((offsetHz) => 10 ** (levelDb(frequencyHz + offsetHz) / 10));
  const besideDb = 10 * Math.log10(powers.reduce((sum, power) => sum + power) / powers.length);
  expect(
    levelDb(frequencyHz),
    `dB of ${frequencyHz} Hz in ${samples.length / sampleRateHz} s, ${besideDb} beside it`,
  ).toBeLessThan(Math.max(-60, besideDb + 9));
}
