import { EventEmitter } from 'node:events';
import type { UA } from 'jssip';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AccountEvent } from '#core/signalling/signalling-port.ts';
import { observeAccount } from './account-events.ts';

/** A UA as far as an account uses it: the test is its registrar. */
function openAccount() {
  const events: AccountEvent[] = [];
  const account = observeAccount((event) => events.push(event));
  let registered = false;
  const stop = vi.fn<() => void>();
  const unregister = vi.fn<() => void>();
  const terminateSessions = vi.fn<() => void>();
  const ua = Object.assign(new EventEmitter(), {
    stop,
    unregister,
    terminateSessions,
    isRegistered: () => registered,
    registrator: () => ({}),
  });
  /** Null while nothing has to be delivered. */
  let ends: Promise<boolean> | null = null;
  const onUndelivered = vi.fn<() => void>();
  account.observe(ua as unknown as UA);
  const register = () => {
    registered = true;
    ua.emit('registered', {});
  };
  /** Resolves with what the account has said by the time it has left. */
  const leave = async () => {
    await account.stop(
      ua as unknown as UA,
      { isOpen: () => ends !== null, leave: () => ends ?? Promise.resolve(true) },
      onUndelivered,
    );
    return events.map(({ kind }) => kind);
  };
  const deliver = (delivery: Promise<boolean>) => {
    ends = delivery;
  };
  return { account, ua, events, register, leave, deliver, onUndelivered };
}

describe('observeAccount', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('says why the connection was lost, and nothing of the registration that went with it', () => {
    const { account, ua, events, register } = openAccount();
    ua.emit('connecting', {});
    ua.emit('connected', {});
    register();
    account.onSocketFailure({ code: 'signalling/transport-lost', details: 'wss://a (1006)' });
    ua.emit('disconnected', {});
    ua.emit('unregistered', {});
    ua.emit('registrationFailed', { response: null, cause: 'Connection Error' });
    expect(events).toEqual([
      { kind: 'connecting' },
      { kind: 'connected' },
      { kind: 'registered' },
      { kind: 'disconnected', error: { code: 'signalling/transport-lost', details: 'wss://a (1006)' } },
    ]);
  });

  it.each([
    [401, 'registration/wrong-password'],
    [404, 'registration/unknown-account'],
    [503, 'registration/refused'],
  ])('says what a %i to the REGISTER means', (status_code, code) => {
    const { ua, events } = openAccount();
    const response = { status_code, reason_phrase: 'No', getHeader: () => undefined };
    ua.emit('registrationFailed', { response, cause: 'Rejected' });
    expect(events).toEqual([
      { kind: 'registrationFailed', error: { code, details: `${String(status_code)} No` } },
    ]);
  });

  it('says that the registrar does not answer', () => {
    const { ua, events } = openAccount();
    ua.emit('registrationFailed', { response: null, cause: 'Request Timeout' });
    expect(events).toMatchObject([{ error: { code: 'registration/no-answer' } }]);
  });

  it.each(['unregistered', 'disconnected'])('has left when it is %s, and says so once', async (name) => {
    const { ua, register, leave } = openAccount();
    register();
    const [left, again] = [leave(), leave()];
    ua.emit(name, {});
    ua.emit('unregistered', {});
    expect(await left).toEqual(['registered', 'unregistered']);
    expect(await again).toEqual(['registered', 'unregistered']);
    expect(ua.stop).toHaveBeenCalledTimes(1);
  });

  it('waits a second and a half for a registrar that does not answer', async () => {
    const { events, register, leave } = openAccount();
    register();
    const left = leave();
    await vi.advanceTimersByTimeAsync(1499);
    expect(events.map(({ kind }) => kind)).toEqual(['registered']);
    await vi.advanceTimersByTimeAsync(1);
    expect(await left).toEqual(['registered', 'unregistered']);
  });

  it.each([true, false])(
    'leaves at once without a connection, and stays for the ends of its calls: told in time is %s',
    async (isTold) => {
      const { ua, leave, deliver, onUndelivered } = openAccount();
      let end = (_isTold: boolean): void => undefined;
      deliver(new Promise((resolve) => (end = resolve)));
      expect(await leave()).toEqual(['unregistered']);
      expect(ua.terminateSessions).toHaveBeenCalledTimes(1);
      // It must not be registered once the connection is back.
      expect(ua.unregister).toHaveBeenCalledTimes(1);
      expect(ua.stop).not.toHaveBeenCalled();
      end(isTold);
      await vi.waitFor(() => expect(ua.stop).toHaveBeenCalledTimes(1));
      expect(onUndelivered).toHaveBeenCalledTimes(isTold ? 0 : 1);
    },
  );

  it('leaves at once where it is not registered, and is silent about an answer that comes late', async () => {
    const { ua, events, register, leave } = openAccount();
    expect(await leave()).toEqual(['unregistered']);
    register();
    ua.emit('disconnected', {});
    expect(events).toEqual([{ kind: 'unregistered' }]);
  });
});
