import { describe, expect, it } from 'vitest';
import { settings, setUp } from '#testing/phone-bench.ts';
import { asAccountId } from '../shared/ids.ts';

const alice = asAccountId('alice@example.com');
const request = { event: 'message-summary', targetUri: 'sip:alice@example.com' } as const;
const twoNew = 'Messages-Waiting: yes\r\nVoice-Message: 2/0\r\n';

/** A phone whose subscriptions are looked at. */
function setUpWatch() {
  const bench = setUp();
  const { phone, signalling } = bench;
  const asked = () => signalling.watching.map(({ kind }) => kind);
  const waiting = () => phone.waitingMessages.getState().get(alice);
  return { ...bench, asked, waiting };
}

describe('waiting messages', () => {
  it('are asked for when the account is registered, and told', () => {
    const { signalling, asked, waiting } = setUpWatch();
    expect(signalling.watching.at(-1)).toEqual({ kind: 'subscribe', ...request });
    expect(waiting()).toBeUndefined();
    signalling.subscriptionEvent(request, { kind: 'notified', body: twoNew });
    expect(waiting()).toMatchObject({ isWaiting: true, newCount: 2 });
    signalling.subscriptionEvent(request, { kind: 'notified', body: 'nonsense' });
    expect(waiting()).toMatchObject({ newCount: 2 });
    signalling.subscriptionEvent(request, { kind: 'notified', body: 'Messages-Waiting: no' });
    expect(waiting()).toMatchObject({ isWaiting: false });
    expect(asked()).toEqual(['subscribe']);
  });

  it('are told unasked, too', () => {
    const { signalling, waiting } = setUpWatch();
    signalling.unsolicited('message-summary', twoNew);
    expect(waiting()).toMatchObject({ isWaiting: true });
  });

  it('are asked for anew on every new connection', () => {
    const { signalling, asked, waiting } = setUpWatch();
    signalling.subscriptionEvent(request, { kind: 'notified', body: twoNew });
    signalling.accountEvent({ kind: 'disconnected', error: { code: 'signalling/transport-lost' } });
    expect(waiting()).toMatchObject({ newCount: 2 });
    signalling.accountEvent({ kind: 'connected' });
    signalling.accountEvent({ kind: 'registered' });
    expect(asked()).toEqual(['subscribe', 'unsubscribe', 'subscribe']);
  });

  it('are asked for again when the subscription is lost, ever more seldom, or when the server says', () => {
    const { signalling, clock, asked } = setUpWatch();
    const lose = (retryAfterSec: number | null) =>
      signalling.subscriptionEvent(request, { kind: 'ended', retryAfterSec });
    lose(null);
    clock.advance(4999);
    expect(asked()).toHaveLength(1);
    clock.advance(1);
    expect(asked()).toHaveLength(2);
    lose(null);
    clock.advance(9999);
    expect(asked()).toHaveLength(2);
    clock.advance(1);
    expect(asked()).toHaveLength(3);
    lose(60);
    clock.advance(59_999);
    expect(asked()).toHaveLength(3);
    clock.advance(1);
    expect(asked()).toHaveLength(4);
  });

  it('are not asked for again of a server that refuses', () => {
    const { signalling, clock, asked, waiting } = setUpWatch();
    signalling.subscriptionEvent(request, { kind: 'refused' });
    clock.advance(86_400_000);
    expect(asked()).toEqual(['subscribe']);
    expect(waiting()).toBeUndefined();
  });

  it('go with the account', async () => {
    const { phone, signalling, clock, asked, waiting } = setUpWatch();
    signalling.subscriptionEvent(request, { kind: 'notified', body: twoNew });
    await phone.signOut();
    expect(waiting()).toBeUndefined();
    clock.advance(86_400_000);
    expect(asked().filter((kind) => kind === 'subscribe')).toHaveLength(1);
    phone.signIn(settings);
    expect(waiting()).toBeUndefined();
  });
});
