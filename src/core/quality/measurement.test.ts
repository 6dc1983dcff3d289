import { describe, expect, it } from 'vitest';
import { measure, steadyQuality, type Measurement } from './measurement.ts';
import type { RtpCounters } from './rtp-counters.ts';

const zero: RtpCounters = {
  atMs: 1000,
  packetsReceived: 100,
  packetsLost: 10,
  jitterMs: 3,
  jitterBufferDelayMs: 0,
  jitterBufferEmitted: 0,
  packetsSent: 0,
  roundTripMs: null,
  codec: 'PCMU',
};
const after = (over: Partial<RtpCounters>) => measure(zero, { ...zero, atMs: 2000, ...over });

describe('measure', () => {
  it('tells what was lost since the reading before', () => {
    expect(after({ packetsReceived: 140, packetsLost: 20, jitterMs: 7 })).toMatchObject({
      atMs: 2000,
      packetLossPercent: 20,
      jitterMs: 7,
      roundTripMs: null,
    });
  });

  it('is nothing where nothing was to come', () => {
    expect(after({})).toBeNull();
  });

  it('forgives the loss of what came late', () => {
    expect(after({ packetsReceived: 152, packetsLost: 8 })).toMatchObject({ packetLossPercent: 0 });
  });

  it('hears half the round trip and the wait in the jitter buffer as delay', () => {
    const quick = after({ packetsReceived: 150, roundTripMs: 100 });
    // 300 ms on the way and 48,000 samples that waited 100 ms each.
    const slow = after({
      packetsReceived: 150,
      roundTripMs: 600,
      jitterBufferEmitted: 48_000,
      jitterBufferDelayMs: 4_800_000,
    });
    expect(quick?.mosScore).toBeCloseTo(4.41, 2);
    expect(slow?.mosScore).toBeCloseTo(3.56, 2);
  });
});

describe('steadyQuality', () => {
  const scored = (...scores: readonly number[]) =>
    scores.map<Measurement>((mosScore, second) => ({
      atMs: second * 1000,
      mosScore,
      packetLossPercent: 5 - mosScore,
      jitterMs: mosScore,
      roundTripMs: null,
    }));

  it.each([
    ['one bad second', [4.4, 4.4, 1, 4.4, 4.4], 4.4],
    ['two bad seconds', [4.4, 1, 1, 4.4, 4.4], 4.4],
    ['three bad seconds of five', [1, 4.4, 1, 4.4, 1], 1],
    ['two bad seconds of the first three', [1, 1, 4.4], 4.4],
    ['two bad seconds of the first four', [1, 4.4, 1, 4.4], 4.4],
    ['what is longer ago', [1, 1, 1, 4.4, 4.4, 4.4], 4.4],
  ])('hears %s', (_what, scores, expected) => {
    const heard = steadyQuality(scored(...scores));
    expect(heard?.mosScore).toBe(expected);
    expect(heard?.packetLossPercent).toBe(5 - expected);
  });

  it('waits for three seconds', () => {
    expect(steadyQuality(scored(1, 1))).toBeNull();
    expect(steadyQuality(scored(1, 1, 1))).toEqual({ mosScore: 1, packetLossPercent: 4, jitterMs: 1 });
  });
});
