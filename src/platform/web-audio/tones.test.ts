import { describe, expect, it } from 'vitest';
import { callWaitingTone, renderTone, ringbackTone, ringTone } from './tones.ts';

describe('renderTone', () => {
  it('sounds for one second of five at the ringback frequency', () => {
    const samples = renderTone(ringbackTone, 8000);
    expect(samples.length).toBe(40_000);
    expect(samples.subarray(8000).every((sample) => sample === 0)).toBe(true);
    // 425 Hz crosses zero 850 times a second.
    const crossings = samples
      .subarray(0, 8000)
      .reduce(
        (count, sample, index, all) =>
          count + (Math.sign(sample) * Math.sign(all[index - 1] ?? 0) < 0 ? 1 : 0),
        0,
      );
    expect(Math.abs(crossings - 850)).toBeLessThanOrEqual(4);
  });

  it('waits with two pips, far softer than the ring', () => {
    const samples = renderTone(callWaitingTone, 8000);
    const peakIn = (from: number, to: number) =>
      Math.max(...samples.subarray(from * 8000, to * 8000).map(Math.abs));
    expect(
      [peakIn(0, 0.2), peakIn(0.2, 0.4), peakIn(0.4, 0.6), peakIn(0.6, 4)].map((peak) => peak > 0),
    ).toEqual([true, false, true, false]);
    expect(20 * Math.log10(callWaitingTone.amplitude / ringTone.amplitude)).toBeLessThan(-15);
  });

  it.each([ringTone, callWaitingTone, ringbackTone])(
    'stays within its amplitude and starts and ends without a click',
    (tone) => {
      const samples = renderTone(tone, 8000);
      expect(Math.max(...samples.map(Math.abs))).toBeLessThanOrEqual(Math.fround(tone.amplitude));
      const largestStep = samples.reduce(
        (step, sample, index, all) => Math.max(step, Math.abs(sample - (all[index - 1] ?? 0))),
        0,
      );
      expect(largestStep).toBeLessThan(tone.amplitude);
    },
  );
});
