import { act, renderHook } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { useToday } from './use-today.ts';

afterEach(() => {
  vi.useRealTimers();
});

const day = (date: number) => new Date(2026, 10, date).getTime();

it('is another day after every midnight that a page sees', () => {
  vi.useFakeTimers({ now: new Date(2026, 10, 28, 23, 59) });
  const { result } = renderHook(useToday);
  expect(result.current).toBe(day(28));
  act(() => {
    vi.advanceTimersByTime(2 * 60_000);
  });
  expect(result.current).toBe(day(29));
  act(() => {
    vi.advanceTimersByTime(24 * 3_600_000);
  });
  expect(result.current).toBe(day(30));
});

it('is another day when a device that slept is looked at', () => {
  vi.useFakeTimers({ now: new Date(2026, 10, 28, 23, 59) });
  const { result } = renderHook(useToday);
  vi.setSystemTime(new Date(2026, 10, 30, 9));
  act(() => void document.dispatchEvent(new Event('visibilitychange')));
  expect(result.current).toBe(day(30));
});
