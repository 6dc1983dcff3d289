import { expect, test } from 'vitest';
import { createManualClock } from '#server/testing/manual-clock.ts';
import { createMessageAllowance } from './message-allowance.ts';

test('a burst is allowed, then as much as grows back, never more than a burst', () => {
  const clock = createManualClock();
  const allowance = createMessageAllowance({ messageBurst: 3, messagesPerSecond: 2 }, clock.nowMs);
  const taken = (tries: number) =>
    Array.from({ length: tries }, () => allowance.take()).filter(Boolean).length;
  expect(taken(5)).toBe(3);
  clock.advance(500);
  expect(taken(5)).toBe(1);
  clock.advance(3_600_000);
  expect(taken(5)).toBe(3);
});
