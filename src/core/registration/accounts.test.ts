import { describe, expect, it } from 'vitest';
import type { ClientEvent } from '../call/client-event.ts';
import type { AccountSettings } from '../config/phone-config.ts';
import { asAccountId, type SessionId } from '../shared/ids.ts';
import type { IncomingSession, SessionEvent } from '../signalling/session.ts';
import { createFakeKeptText } from '#testing/fake-audio-devices.ts';
import { createFakeExchange } from '#testing/fake-exchange.ts';
import { fakeSource } from '#testing/fake-media.ts';
import { createAccounts } from './accounts.ts';

const people = ['alice', 'bob', 'carol'];
const alice = asAccountId('alice@example.com');
const carol = asAccountId('carol@example.com');

/** A person with accounts at an exchange where Bob is another. */
function setUp() {
  const exchange = createFakeExchange(new Map(people.map((name) => [name, name])));
  const settingsOf = (name: string): AccountSettings => ({
    address: `${name}@example.com`,
    displayName: name,
    credentials: { kind: 'password', password: name },
    servers: [exchange.serverUrl],
  });
  const open = () => {
    const incoming: IncomingSession[] = [];
    const events: ClientEvent[] = [];
    const sessionEvents: (readonly [SessionId, SessionEvent['kind']])[] = [];
    const accounts = createAccounts({
      createSignalling: exchange.create,
      iceServers: [],
      kept: createFakeKeptText(),
      clock: { nowMs: () => 0, setTimer: () => () => undefined },
      publish: (event) => events.push(event),
      onUnsolicited: () => undefined,
      onSession: {
        onIncomingSession: (session) => incoming.push(session),
        onSessionEvent: (sessionId, { kind }) => sessionEvents.push([sessionId, kind]),
      },
    });
    const statusOf = (name: string) =>
      accounts.store.getState().accounts.get(asAccountId(`${name}@example.com`))?.registration.status;
    const signIn = async (...names: readonly string[]) => {
      for (const name of names) accounts.signIn(settingsOf(name));
      await expect.poll(() => names.map(statusOf)).toEqual(names.map(() => 'registered'));
    };
    return { accounts, incoming, events, sessionEvents, signIn, statusOf };
  };
  return { exchange, settingsOf, person: open(), bob: open() };
}

const microphone = fakeSource('microphone');

describe('several accounts', () => {
  it('are registered side by side, and one that leaves takes nobody with it', async () => {
    const { person } = setUp();
    await person.signIn('alice', 'carol');
    expect([...person.accounts.store.getState().accounts.keys()]).toEqual([alice, carol]);
    await person.accounts.signOut(alice);
    expect([person.statusOf('alice'), person.statusOf('carol')]).toEqual([undefined, 'registered']);
    expect(person.events.at(-1)).toMatchObject({
      kind: 'RegistrationStatusChanged',
      registrationId: 'sip:alice@example.com',
      status: 'Cancelled',
    });
    await person.accounts.signOut();
    expect(person.accounts.store.getState().accounts.size).toBe(0);
    expect(person.accounts.signalling()).toBeNull();
  });

  it('each know what came in by them, and each call out under their own name', async () => {
    const { person, bob } = setUp();
    await person.signIn('alice', 'carol');
    await bob.signIn('bob');
    bob.accounts.invite(asAccountId('bob@example.com'), 'sip:carol@example.com', microphone);
    await expect
      .poll(() => person.incoming)
      .toMatchObject([{ accountId: carol, to: '<sip:carol@example.com>' }]);
    person.accounts.invite(alice, 'sip:bob@example.com', microphone);
    person.accounts.invite(carol, 'sip:bob@example.com', microphone);
    await expect
      .poll(() => bob.incoming.map(({ from }) => from))
      .toEqual([
        expect.stringContaining('<sip:alice@example.com>'),
        expect.stringContaining('<sip:carol@example.com>'),
      ]);
  });

  it('carry out a command by the account that has the session', async () => {
    const { person, bob } = setUp();
    await person.signIn('alice', 'carol');
    await bob.signIn('bob');
    const outgoing = bob.accounts.invite(asAccountId('bob@example.com'), 'sip:carol@example.com', microphone);
    await expect.poll(() => person.incoming).toHaveLength(1);
    const [{ sessionId } = { sessionId: outgoing }] = person.incoming;
    if (sessionId === null) throw new Error('nothing rings');
    person.accounts.signalling()?.accept(sessionId, microphone);
    await expect.poll(() => bob.sessionEvents).toContainEqual([outgoing, 'confirmed']);
    await person.accounts.signalling()?.hold(sessionId);
    expect(person.sessionEvents).toContainEqual([sessionId, 'holdChanged']);
    await person.accounts.signOut(carol);
    expect(person.sessionEvents).toContainEqual([sessionId, 'ended']);
    await expect(person.accounts.signalling()?.hold(sessionId)).rejects.toThrow('call/ended');
  });

  it('fail and come back each for themselves, by name', async () => {
    const { person, settingsOf, exchange } = setUp();
    await person.signIn('alice');
    person.accounts.signIn({ ...settingsOf('carol'), credentials: { kind: 'password', password: 'wrong' } });
    await expect.poll(() => person.statusOf('carol')).toBe('failed');
    expect(person.statusOf('alice')).toBe('registered');
    await person.signIn('carol');
    exchange.goAway();
    expect(person.events.filter(({ kind }) => kind === 'NetworkEvent').slice(-2)).toMatchObject([
      { accountId: alice, connected: false },
      { accountId: carol, connected: false },
    ]);
    exchange.comeBack();
    await person.signIn();
    expect([person.statusOf('alice'), person.statusOf('carol')]).toEqual(['registered', 'registered']);
  });

  it('are no more for one that signs in anew', async () => {
    const { person } = setUp();
    await person.signIn('alice');
    await person.signIn('alice');
    expect(person.accounts.store.getState().accounts.size).toBe(1);
  });
});
