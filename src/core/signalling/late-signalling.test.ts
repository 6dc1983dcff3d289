import { describe, expect, it, vi } from 'vitest';
import { createFakeSignalling } from '#testing/fake-signalling.ts';
import { fakeSource } from '#testing/fake-media.ts';
import type { AccountSettings } from '../config/phone-config.ts';
import { createLateSignalling } from './late-signalling.ts';
import type { AccountEvent, CreateSignalling } from './signalling-port.ts';

const alice: AccountSettings = {
  address: 'alice@localhost',
  displayName: 'Alice',
  credentials: { kind: 'password', password: 'alice-demo' },
  servers: ['ws://localhost/sip'],
};

function stage(load: () => Promise<CreateSignalling>) {
  const news: AccountEvent[] = [];
  const port = createLateSignalling(load)(alice, [], {
    onAccountEvent: (event) => news.push(event),
    onIncomingSession: () => undefined,
    onSessionEvent: () => undefined,
  });
  return { news, port };
}

describe('signalling whose stack is fetched when it is wanted', () => {
  it('fetches nothing before somebody signs in', () => {
    const load = vi.fn<() => Promise<CreateSignalling>>(async () => createFakeSignalling().create);
    const { port } = stage(load);
    expect(load).not.toHaveBeenCalled();
    port.start();
    expect(load).toHaveBeenCalledOnce();
  });

  it('says that it connects at once, and starts the stack when that is there', async () => {
    const stack = createFakeSignalling();
    const { news, port } = stage(async () => stack.create);
    port.start();
    expect(news).toEqual([{ kind: 'connecting' }]);
    await expect.poll(() => stack.commands).toEqual([{ kind: 'start' }]);
    const sessionId = port.invite('sip:bob@localhost', fakeSource('microphone'));
    expect(port.has(sessionId)).toBe(true);
    port.hangUp(sessionId);
    expect(stack.commands.at(-1)).toEqual({ kind: 'hangUp', sessionId });
    await port.stop();
    expect(stack.commands.at(-1)).toEqual({ kind: 'stop' });
  });

  it('starts nothing for an account that has left in the meantime', async () => {
    const stack = createFakeSignalling();
    const loading = Promise.resolve(stack.create);
    const { port } = stage(() => loading);
    port.start();
    await port.stop();
    await loading;
    expect(stack.commands).toEqual([]);
  });

  it('says on the account that the stack cannot be had', async () => {
    const { news, port } = stage(() => Promise.reject(new TypeError('Failed to fetch')));
    port.start();
    await expect
      .poll(() => news.at(-1))
      .toEqual({
        kind: 'registrationFailed',
        error: { code: 'signalling/not-loaded', details: 'TypeError: Failed to fetch' },
      });
  });

  it('cannot call before the stack is there', () => {
    const { port } = stage(async () => createFakeSignalling().create);
    port.start();
    expect(() => port.invite('sip:bob@localhost', fakeSource('microphone'))).toThrow('call/not-registered');
  });
});
