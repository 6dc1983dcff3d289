import { describe, expect, it } from 'vitest';
import { timesOf } from './date-range.ts';

const at = (day: number, hour = 0) => new Date(2026, 2, day, hour).getTime();

describe('timesOf', () => {
  const now = at(30, 15);
  it.each([
    [{ choice: 'any', from: '2026-03-01', until: '' }, null, null],
    [{ choice: 'today', from: '', until: '' }, at(30), null],
    [{ choice: 'week', from: '', until: '' }, at(24), null],
    [{ choice: 'month', from: '', until: '' }, at(1), null],
    [{ choice: 'between', from: '2026-03-28', until: '2026-03-29' }, at(28), at(30)],
    [{ choice: 'between', from: '', until: '2026-03-05' }, null, at(6)],
    [{ choice: 'between', from: 'x', until: '' }, null, null],
  ] as const)('%j', (range, fromMs, untilMs) => {
    expect(timesOf(range, now)).toEqual({ fromMs, untilMs });
  });
});
