import { describe, expect, it } from 'vitest';
import { createFileTime } from './file-time.ts';

const startedAtMs = 1_700_000_000_000;

/** Follows a file that grows by 50 ms at a time, as the wall goes on; what is missing is added to it. */
function follow() {
  const time = createFileTime(startedAtMs);
  let fileMs = 0;
  let wallMs = startedAtMs;
  const missing: number[] = [];
  const grow = (count: number, { wallStepMs = 50, lateMs = 0 } = {}) => {
    for (let index = 0; index < count; index += 1) {
      const gapMs = time.missingMs(fileMs, wallMs + lateMs);
      if (gapMs > 0) missing.push(Math.round(gapMs));
      fileMs += gapMs + 50;
      wallMs += wallStepMs;
    }
  };
  return {
    missing,
    grow,
    wait: (ms: number) => (wallMs += ms),
    behindMs: () => wallMs - startedAtMs - fileMs,
  };
}

describe('createFileTime', () => {
  it('begins at the start, however late the first sound comes', () => {
    const { missing, grow, wait } = follow();
    wait(30);
    grow(10);
    expect(missing).toEqual([30]);
  });

  it('finds the time in which the audio clock stood still', () => {
    const { missing, grow, wait, behindMs } = follow();
    grow(20);
    wait(5000);
    grow(20);
    wait(250);
    grow(20);
    expect(missing).toEqual([5000, 250]);
    expect(behindMs()).toBeCloseTo(0);
  });

  it('lets sound be a little late, and adds what short losses come to', () => {
    const { missing, grow, wait } = follow();
    grow(20);
    grow(1, { lateMs: 80 });
    grow(20);
    expect(missing).toEqual([]);
    for (let index = 0; index < 6; index += 1) {
      wait(20);
      grow(1);
    }
    expect(missing).toEqual([120]);
  });

  it('takes a sound card for slow, or fast, and not for broken', () => {
    for (const wallStepMs of [50.005, 49.995]) {
      const { missing, grow } = follow();
      grow(72_000, { wallStepMs });
      expect(missing).toEqual([]);
    }
  });

  it('does not take a clock that was set for a gap, and goes on from there', () => {
    for (const setMs of [-3_600_000, 7_200_000]) {
      const { missing, grow, wait } = follow();
      grow(20);
      wait(setMs);
      grow(20);
      expect(missing).toEqual([]);
      wait(3000);
      grow(20);
      expect(missing).toEqual([3000]);
    }
  });

  it('knows nothing of a start that lies in the future or far back', () => {
    for (const awayMs of [-5000, 4_000_000]) {
      const { missing, grow, wait } = follow();
      wait(awayMs);
      grow(5);
      expect(missing).toEqual([]);
    }
  });
});
