import { describe, expect, it } from 'vitest';
import { formatBytes, formatDuration, formatPercent, formatWhen } from './format.ts';

describe('durations', () => {
  it.each([
    [0, '0:00'],
    [7999, '0:07'],
    [751_000, '12:31'],
    [3_723_000, '1:02:03'],
    [-5, '0:00'],
  ])('%d ms is %s', (durationMs, shown) => {
    expect(formatDuration(durationMs, 'en')).toBe(shown);
  });

  it('have the digits of the language, as dates and numbers have', () => {
    expect(formatDuration(751_000, 'ar-EG')).toBe('١٢:٣١');
  });
});

describe('sizes and shares', () => {
  it.each([
    [1, '1 byte'],
    [812, '812 bytes'],
    [812_400, '812 kB'],
    [1_240_000, '1.2 MB'],
    [5_000_000_000_000, '5,000 GB'],
  ])('%d bytes are %s', (bytes, shown) => {
    expect(formatBytes(bytes, 'en')).toBe(shown);
  });

  it('takes an empty whole for done, and never says more than all', () => {
    expect(formatPercent(42, 100, 'en')).toBe('42%');
    expect(formatPercent(0, 0, 'en')).toBe('100%');
    expect(formatPercent(5, 4, 'en')).toBe('100%');
  });
});

describe('moments', () => {
  const now = new Date(2026, 10, 23, 20, 0).getTime();
  it.each([
    [new Date(2026, 10, 23, 9, 5), 'today, 9:05 AM'],
    [new Date(2026, 10, 22, 23, 59), 'yesterday, 11:59 PM'],
    [new Date(2026, 10, 2, 20, 38), 'Mon, Nov 2, 8:38 PM'],
    [new Date(2025, 10, 3, 20, 38), 'Mon, Nov 3, 2025, 8:38 PM'],
  ])('%s is %s', (at, shown) => {
    expect(formatWhen(at.getTime(), now, 'en-US').replaceAll(/\s/gu, ' ')).toBe(shown);
  });

  it('have the comma of the language', () => {
    expect(formatWhen(now, now, 'ar')).toMatch(/^اليوم، /u);
    expect(formatWhen(now, now, 'de')).toBe('heute, 20:00');
  });
});
