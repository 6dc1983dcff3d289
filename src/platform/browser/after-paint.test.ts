import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { afterPaint } from './after-paint.ts';

const page = { visibilityState: 'visible' } as const;

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'requestAnimationFrame'] }));
afterEach(() => vi.useRealTimers());

it('runs once, when the frame that shows what changed is over', () => {
  const order: string[] = [];
  afterPaint(() => order.push('after'), page);
  requestAnimationFrame(() => order.push('frame'));
  vi.advanceTimersToNextFrame();
  expect(order).toEqual(['frame']);
  vi.advanceTimersToNextFrame();
  expect(order).toEqual(['frame', 'after']);
  vi.runAllTimers();
  expect(order).toEqual(['frame', 'after']);
});

it('waits for no frame in a page that is out of sight, and not for ever for one that does not come', () => {
  const run = vi.fn<() => void>();
  afterPaint(run, { visibilityState: 'hidden' });
  expect(run).toHaveBeenCalledOnce();
  vi.spyOn(globalThis, 'requestAnimationFrame').mockReturnValue(0);
  afterPaint(run, page);
  vi.runAllTimers();
  expect(run).toHaveBeenCalledTimes(2);
});
