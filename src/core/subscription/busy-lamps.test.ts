import { describe, expect, it } from 'vitest';
import { dialogInfo } from '#testing/dialog-info.ts';
import { createFakeClock } from '#testing/fake-clock.ts';
import type { AccountsState } from '../registration/account-state.ts';
import type { RegistrationState } from '../registration/registration-state.ts';
import { asAccountId, type AccountId } from '../shared/ids.ts';
import { createStore } from '../shared/store.ts';
import type { SubscriptionEvent, SubscriptionRequest } from '../signalling/subscription.ts';
import { watchBusyLamps } from './busy-lamps.ts';

const alice = asAccountId('alice@example.com');
const carol = asAccountId('carol@example.org');
const busy = dialogInfo.full(dialogInfo.dialog('1', 'confirmed'));
const idle = dialogInfo.full('');

/** A phone with two accounts, whose subscriptions are answered by hand. */
function setUp() {
  const clock = createFakeClock();
  const accounts = createStore<AccountsState>({ accounts: new Map(), chosenId: alice });
  const setStatus = (accountId: AccountId, status: 'registered' | 'offline') => {
    const registration: RegistrationState = { status };
    const settings = {
      address: accountId,
      displayName: null,
      credentials: { kind: 'password', password: 'p' },
      servers: ['wss://example.com'],
    } as const;
    accounts.setState((state) => ({
      ...state,
      accounts: new Map(state.accounts).set(accountId, { accountId, settings, registration }),
    }));
  };
  const log: string[] = [];
  const open = new Map<string, (event: SubscriptionEvent) => void>();
  const subscribe = (
    accountId: AccountId,
    { event, targetUri }: SubscriptionRequest,
    hear: (event: SubscriptionEvent) => void,
  ) => {
    expect(event).toBe('dialog');
    log.push(`${accountId} + ${targetUri}`);
    open.set(targetUri, hear);
    return () => {
      log.push(`${accountId} - ${targetUri}`);
      open.delete(targetUri);
    };
  };
  const lamps = watchBusyLamps({ accounts, subscribe, clock });
  setStatus(alice, 'registered');
  setStatus(carol, 'registered');
  const tell = (targetUri: string, event: SubscriptionEvent) => open.get(targetUri)?.(event);
  const notify = (targetUri: string, body: string) => tell(targetUri, { kind: 'notified', body });
  return { clock, setStatus, lamps, log, tell, notify, shown: () => [...lamps.store.getState()] };
}

describe('busy lamps', () => {
  it('show what is known of each that is watched, and nothing of the others', () => {
    const { lamps, notify, shown } = setUp();
    lamps.watch(['bob', 'dave']);
    expect(shown()).toEqual([]);
    notify('sip:bob@example.com', busy);
    expect(shown()).toEqual([['bob', 'busy']]);
    notify('sip:dave@example.com', idle);
    notify('sip:bob@example.com', '<script>');
    expect(shown()).toEqual([
      ['bob', 'busy'],
      ['dave', 'idle'],
    ]);
  });

  it('are one subscription for each address, by the account that would call it', () => {
    const { lamps, notify, shown, log } = setUp();
    lamps.watch(['bob', 'bob@example.com', 'sip:bob@example.com', 'erin@example.org', 'no address']);
    expect(log).toEqual([
      'alice@example.com + sip:bob@example.com',
      'carol@example.org + sip:erin@example.org',
    ]);
    notify('sip:bob@example.com', busy);
    expect(shown().map(([address]) => address)).toEqual(['bob', 'bob@example.com', 'sip:bob@example.com']);
  });

  it('leave alone what goes on, and end what is wanted no more', () => {
    const { lamps, notify, shown, log } = setUp();
    lamps.watch(['bob']);
    notify('sip:bob@example.com', busy);
    lamps.watch(['dave', 'bob']);
    expect(shown()).toEqual([['bob', 'busy']]);
    lamps.watch(['dave']);
    expect(shown()).toEqual([]);
    expect(log).toEqual([
      'alice@example.com + sip:bob@example.com',
      'alice@example.com + sip:dave@example.com',
      'alice@example.com - sip:bob@example.com',
    ]);
  });

  it('are out without a connection, and come back with it', () => {
    const { lamps, notify, shown, log, setStatus } = setUp();
    lamps.watch(['bob']);
    notify('sip:bob@example.com', busy);
    setStatus(alice, 'offline');
    expect(shown()).toEqual([]);
    setStatus(alice, 'registered');
    notify('sip:bob@example.com', idle);
    expect(shown()).toEqual([['bob', 'idle']]);
    expect(log.map((line) => line.split(' ')[1])).toEqual(['+', '-', '+']);
  });

  it('are out for good where the server refuses, until the account is registered anew', () => {
    const { lamps, tell, shown, log, clock, setStatus } = setUp();
    lamps.watch(['bob']);
    tell('sip:bob@example.com', { kind: 'refused' });
    clock.advance(86_400_000);
    lamps.watch(['bob']);
    expect(shown()).toEqual([]);
    expect(log.filter((line) => line.includes('+'))).toHaveLength(1);
    setStatus(alice, 'offline');
    setStatus(alice, 'registered');
    expect(log.filter((line) => line.includes('+'))).toHaveLength(2);
  });

  it('are asked for again when they are lost, and read what comes then from the beginning', () => {
    const { lamps, tell, notify, shown, clock } = setUp();
    lamps.watch(['bob']);
    notify('sip:bob@example.com', busy);
    tell('sip:bob@example.com', { kind: 'ended', retryAfterSec: null });
    expect(shown()).toEqual([]);
    clock.advance(5000);
    notify('sip:bob@example.com', dialogInfo.partial(dialogInfo.dialog('2', 'early')));
    expect(shown()).toEqual([['bob', 'ringing']]);
  });

  it('are told once of the same', () => {
    const { lamps, notify } = setUp();
    let changes = 0;
    lamps.store.subscribe(() => (changes += 1));
    lamps.watch(['bob']);
    notify('sip:bob@example.com', busy);
    notify('sip:bob@example.com', busy);
    lamps.watch(['bob']);
    expect(changes).toBe(1);
  });

  it('are at most a hundred', () => {
    const { lamps, log } = setUp();
    lamps.watch(Array.from({ length: 150 }, (_, index) => `user${index}`));
    expect(log).toHaveLength(100);
  });
});
