import { expect, it, vi } from 'vitest';
import { silentLogger } from '../shared/logger.ts';
import { createStoreToken } from './store-token.ts';

function setUp() {
  const readAnew = vi.fn<() => Promise<string | null>>(() => Promise.resolve('second'));
  return { readAnew, token: createStoreToken('first', readAnew, silentLogger) };
}

it('is the one that the page was opened with, until the store refuses it', async () => {
  const { token, readAnew } = setUp();
  expect(await token.read()).toBe('first');
  expect(readAnew).not.toHaveBeenCalled();
  token.refuse();
  expect([await token.read(), await token.read()]).toEqual(['second', 'second']);
  expect(readAnew).toHaveBeenCalledTimes(1);
});

it('stays while the settings cannot be read, which is tried again', async () => {
  const { token, readAnew } = setUp();
  readAnew.mockRejectedValueOnce(new Error('away'));
  token.refuse();
  expect([await token.read(), await token.read()]).toEqual(['first', 'second']);
});
