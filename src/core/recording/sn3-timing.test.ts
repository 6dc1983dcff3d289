import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Sn3Frame } from './sn3-format.ts';
import { sentTimes } from './sn3-timing.ts';

const frame = (wallMs: number, rtpTimestamp: number): Sn3Frame => ({
  direction: 0,
  sequenceNumber: 0,
  rtpTimestamp: rtpTimestamp >>> 0,
  wallNs: BigInt(wallMs) * 1_000_000n,
  payload: Uint8Array.of(1),
});
/** So many packets of 20 ms of PCMU, from a place on. */
const packets = (
  count: number,
  startMs: number,
  firstTimestamp: number,
  heldBackMs: (index: number) => number,
) =>
  Array.from({ length: count }, (_, index) =>
    frame(startMs + index * 20 + heldBackMs(index), firstTimestamp + index * 160),
  );
const sentMs = (frames: readonly Sn3Frame[]) => sentTimes(frames, 8000).map((ns) => Number(ns) / 1e6);
const everyTwenty = (count: number, startMs = 0) =>
  Array.from({ length: count }, (_, index) => startMs + index * 20);

describe('sentTimes', () => {
  it('are even, however much the network held frames back', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 1500 }), { minLength: 100, maxLength: 100 }), (delays) => {
        // One in fifty is in time.
        const frames = packets(100, 0, 0, (index) => (index % 50 === 49 ? 0 : (delays[index] ?? 0)));
        expect(sentMs(frames)).toEqual(everyTwenty(100));
      }),
    );
  });

  it('go on with a sender that stood still', () => {
    const frames = [...packets(200, 0, 0, () => 0), ...packets(200, 7000, 200 * 160, () => 0)];
    expect(sentMs(frames)).toEqual([...everyTwenty(200), ...everyTwenty(200, 7000)]);
    const shortly = [...packets(200, 0, 0, () => 0), ...packets(200, 6000, 200 * 160, () => 0)];
    expect(sentMs(shortly).slice(200)).toEqual(everyTwenty(200, 6000));
  });

  it('go on where the timestamps go round, and where a stream begins anew', () => {
    const frames = [
      ...packets(10, 0, 2 ** 32 - 5 * 160, () => 0),
      ...packets(10, 200, 123_456_789, () => 0),
      ...packets(10, 400, 5, () => 0),
    ];
    expect(sentMs(frames)).toEqual(everyTwenty(30));
  });

  it('are none of no frames', () => {
    expect(sentTimes([], 8000)).toEqual([]);
  });
});
