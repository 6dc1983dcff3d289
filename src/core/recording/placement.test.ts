import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeTrack } from './place-track.ts';
import { createTrackPlacer } from './track-placer.ts';

const rule = { sampleRateHz: 8000, baseNs: 1_000n };
const ms = (value: number) => BigInt(value) * 1_000_000n + rule.baseNs;
const samples = (...values: readonly number[]) => Int16Array.from(values);

describe('createTrackPlacer', () => {
  it('never lays a piece over another, and never earlier than it was heard by more than the jitter', () => {
    const pieces = fc.array(
      fc.record({
        wallMs: fc.integer({ min: -1000, max: 60_000 }),
        frames: fc.integer({ min: 1, max: 2000 }),
      }),
      { maxLength: 50 },
    );
    fc.assert(
      fc.property(pieces, fc.integer({ min: 10, max: 500 }), fc.boolean(), (list, snapMs, snapFirst) => {
        const placer = createTrackPlacer({ ...rule, snapMs, snapFirst });
        let end = 0;
        for (const { wallMs, frames } of list) {
          const start = placer.place(ms(wallMs), frames);
          expect(start).toBeGreaterThanOrEqual(end);
          expect(start).toBeGreaterThanOrEqual((wallMs - snapMs) * 8);
          expect(start === end || start === wallMs * 8).toBe(true);
          end = start + frames;
        }
      }),
    );
  });

  it('closes a gap that is shorter than the jitter, and keeps one that is as long', () => {
    const placer = createTrackPlacer(rule);
    expect([0, 99, 199].map((wallMs) => placer.place(ms(wallMs), 160))).toEqual([0, 160, 1592]);
    expect(placer.place(ms(299), 1)).toBe(299 * 8);
  });
});

describe('placeTrack', () => {
  it('is silent where nothing was heard', () => {
    const pieces = [
      { wallNs: ms(100), samples: samples(1, 2) },
      { wallNs: ms(200), samples: samples(3) },
    ];
    const track = placeTrack(pieces, rule);
    expect(track).toHaveLength(1601);
    expect(track.filter((sample) => sample !== 0)).toEqual(samples(1, 2, 3));
    expect([track[800], track[801], track[1600]]).toEqual([1, 2, 3]);
  });

  it('is not stretched by a time that cannot be', () => {
    const pieces = [
      { wallNs: ms(0), samples: samples(1) },
      { wallNs: 2n ** 64n - 1n, samples: samples(2) },
    ];
    expect(placeTrack(pieces, rule)).toEqual(samples(1));
  });
});
