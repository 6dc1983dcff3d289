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
  token.refuse('first');
  expect([await token.read(), await token.read()]).toEqual(['second', 'second']);
  expect(readAnew).toHaveBeenCalledTimes(1);
});

it('stays while the settings cannot be read, which is tried again', async () => {
  const { token, readAnew } = setUp();
  readAnew.mockRejectedValueOnce(new Error('away'));
  token.refuse('first');
  expect([await token.read(), await token.read()]).toEqual(['first', 'second']);
});

it('is asked for before each attempt while the settings have the refused one still', async () => {
  const { token, readAnew } = setUp();
  readAnew.mockResolvedValueOnce('first');
  token.refuse('first');
  expect([await token.read(), await token.read()]).toEqual(['first', 'second']);
});

it('is not the one that somebody was refused with before', async () => {
  const { token, readAnew } = setUp();
  token.refuse('first');
  expect(await token.read()).toBe('second');
  token.refuse('first');
  expect(await token.read()).toBe('second');
  expect(readAnew).toHaveBeenCalledTimes(1);
});
