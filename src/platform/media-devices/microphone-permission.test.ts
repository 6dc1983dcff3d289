import { expect, test } from 'vitest';
import { watchMicrophonePrompt } from './microphone-permission.ts';

test('tells whether the browser asks for the microphone, until it has', async () => {
  const told: Omit<PermissionStatus, keyof EventTarget> = {
    state: 'prompt',
    name: 'microphone',
    onchange: null,
  };
  const status = Object.assign(new EventTarget(), told);
  const asks = watchMicrophonePrompt({ query: () => Promise.resolve(status) });
  await expect.poll(asks.getState).toBe(true);
  Object.assign(status, { state: 'granted' });
  status.dispatchEvent(new Event('change'));
  expect(asks.getState()).toBe(false);
});

test.each([
  ['has no permissions', undefined],
  ['knows no such permission', { query: () => Promise.reject(new TypeError('microphone')) }],
])('says nothing where the browser %s', async (_what, permissions) => {
  const asks = watchMicrophonePrompt(permissions);
  await Promise.resolve();
  expect(asks.getState()).toBe(false);
});
