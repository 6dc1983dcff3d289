import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { drawInTime } from './draw-in-time.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test.each([30, 5])('draws %i times a second, with the frames of the screen', (perSecond) => {
  const draw = vi.fn<(nowMs: number) => void>();
  const stop = drawInTime(draw, () => perSecond);
  vi.advanceTimersByTime(2000);
  expect(draw.mock.calls.length / 2).toBeGreaterThan(perSecond * 0.9);
  expect(draw.mock.calls.length / 2).toBeLessThan(perSecond * 1.1 + 1);
  stop();
});

test('asks for no frame between two drawings, and for none when it has ended', () => {
  const frames = vi.spyOn(globalThis, 'requestAnimationFrame');
  const draw = vi.fn<(nowMs: number) => void>();
  const stop = drawInTime(draw, () => 5);
  vi.advanceTimersByTime(1000);
  expect(frames.mock.calls.length).toBeLessThanOrEqual(draw.mock.calls.length + 1);

  stop();
  draw.mockClear();
  vi.advanceTimersByTime(1000);
  expect(draw).not.toHaveBeenCalled();
});
