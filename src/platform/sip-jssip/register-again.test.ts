import { EventEmitter } from 'node:events';
import type { UA } from 'jssip';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { registerAgain } from './register-again.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function openAccount() {
  const register = vi.fn<() => void>();
  const ua = Object.assign(new EventEmitter(), { register });
  const stop = registerAgain(ua as unknown as UA);
  const fail = (status_code: number, retryAfter?: string) =>
    ua.emit('registrationFailed', {
      response: { status_code, getHeader: () => retryAfter },
      cause: 'SIP Failure Code',
    });
  return { ua, register, stop, fail };
}

it('tries again while the server is overloaded, ever more seldom, and at once again after it was well', () => {
  const { ua, register, fail } = openAccount();
  for (const [attempt, seconds] of [4, 8, 16, 32, 64, 120, 120].entries()) {
    fail(503);
    vi.advanceTimersByTime(seconds * 1000 - 1);
    expect(register).toHaveBeenCalledTimes(attempt);
    vi.advanceTimersByTime(1);
    expect(register).toHaveBeenCalledTimes(attempt + 1);
  }
  ua.emit('registered');
  fail(500);
  vi.advanceTimersByTime(4000);
  expect(register).toHaveBeenCalledTimes(8);
});

it('tries again where nobody answered', () => {
  const { ua, register } = openAccount();
  ua.emit('registrationFailed', { response: null, cause: 'Request Timeout' });
  vi.advanceTimersByTime(4000);
  expect(register).toHaveBeenCalledOnce();
});

it.each([
  ['30', 30],
  ['20 (in a meeting)', 20],
  ['1', 4],
  ['99999', 3600],
  ['soon', 4],
])('waits as long as the registrar asks for: Retry-After: %s', (retryAfter, seconds) => {
  const { register, fail } = openAccount();
  fail(503, retryAfter);
  vi.advanceTimersByTime(seconds * 1000 - 1);
  expect(register).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(register).toHaveBeenCalledOnce();
});

it.each([401, 403, 404])('leaves a %i to the person', (status) => {
  const { register, fail } = openAccount();
  fail(status);
  vi.advanceTimersByTime(600_000);
  expect(register).not.toHaveBeenCalled();
});

it('leaves a lost connection to JsSIP, and who has left alone', () => {
  const { ua, register, stop, fail } = openAccount();
  ua.emit('registrationFailed', { response: null, cause: 'Connection Error' });
  fail(503);
  ua.emit('disconnected');
  vi.advanceTimersByTime(600_000);
  fail(503);
  stop();
  vi.advanceTimersByTime(600_000);
  expect(register).not.toHaveBeenCalled();
});
