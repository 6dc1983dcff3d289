import { expect, test } from 'vitest';
import { createManualClock } from '#server/testing/manual-clock.ts';
import { createNonceCounts } from './nonce-counts.ts';
import { createNonces } from './nonce.ts';

test('a nonce is fresh for its lifetime and stale afterwards', () => {
  const clock = createManualClock();
  const nonces = createNonces(clock.nowMs, 1000);
  const nonce = nonces.issue();
  clock.advance(999);
  expect(nonces.check(nonce)).toBe('fresh');
  clock.advance(1);
  expect(nonces.check(nonce)).toBe('stale');
});

test('no two nonces are the same, and none is good elsewhere or after a change', () => {
  const nonces = createNonces(() => 1e12, 1000);
  const nonce = nonces.issue();
  expect(nonces.issue()).not.toBe(nonce);
  expect(createNonces(() => 1e12, 1000).check(nonce)).toBe('stale');
  for (let at = 0; at < nonce.length; at += 1) {
    const changed = nonce.slice(0, at) + (nonce[at] === 'A' ? 'B' : 'A') + nonce.slice(at + 1);
    expect(nonces.check(changed)).toBe('stale');
  }
  expect(nonces.check('')).toBe('stale');
  expect(nonces.check('"\\ä')).toBe('stale');
});

test('a count is good once, and only upwards', () => {
  const counts = createNonceCounts(2);
  expect(counts.accept('a', 1)).toBe(true);
  expect(counts.accept('a', 1)).toBe(false);
  expect(counts.accept('a', 5)).toBe(true);
  expect(counts.accept('a', 4)).toBe(false);
  expect(counts.accept('b', 0)).toBe(false);
});

test('the nonce that was used longest ago is forgotten first', () => {
  const counts = createNonceCounts(2);
  counts.accept('a', 1);
  counts.accept('b', 1);
  counts.accept('a', 2);
  counts.accept('c', 1);
  expect(counts.accept('a', 2)).toBe(false);
  expect(counts.accept('b', 1)).toBe(true);
});
