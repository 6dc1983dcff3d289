import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createManualClock, type ManualClock } from '#server/testing/manual-clock.ts';
import { call } from '#server/testing/sip-calls.ts';
import { acknowledge, connectSipClient, type SipClient } from '#server/testing/sip-client.ts';
import { startTestExchange, type TestExchange } from '#server/testing/test-exchange.ts';
import { defaultLimits } from './limits.ts';
import { headerValue, headerValues } from './message/message.ts';

let clock: ManualClock;
let exchange: TestExchange;
let alice: SipClient;
let bob: SipClient;

beforeEach(async () => {
  clock = createManualClock();
  // Time jumps here, which no client could answer pings through.
  exchange = await startTestExchange({ clock, limits: { pingIntervalMs: 1e9 } });
  alice = await connectSipClient(exchange.url, 'alice');
  bob = await connectSipClient(exchange.url, 'bob');
  await alice.register();
  await bob.register();
});

afterEach(() => exchange.close());

describe('the caller hears', () => {
  test.each([486, 603, 480, 488])('%d when the callee refuses so', async (status) => {
    const invite = await call(alice, 'sip:bob@localhost');
    const arrived = await bob.received('INVITE');
    bob.reply(arrived, status, { toTag: 'callee' });
    const refused = await alice.response(invite);
    expect(refused.status).toBe(status);
    alice.send(acknowledge(invite, refused));
    // The exchange acknowledges towards the callee by itself.
    expect(headerValue((await bob.received('ACK')).headers, 'To')).toContain('tag=callee');
  });

  test.each([
    ['480 for somebody without a phone', 'sip:carol@localhost', 480],
    ['404 for a name that nobody has', 'sip:zed@localhost', 404],
    ['404 for another domain', 'sip:bob@elsewhere.test', 404],
    ['480 for an instance that is gone', 'sip:bob@localhost;gr=urn:uuid:gone', 480],
    ['416 for another scheme', 'tel:+15551234', 416],
    ['400 for a broken URI', 'sip:bob@@localhost', 400],
    ['405 for the exchange itself', 'sip:localhost', 405],
  ])('%s', async (_, target, status) => {
    const request = alice.build('INVITE', target, { to: '<sip:x@localhost>' });
    const sent = status === 405 ? request : await alice.prove(request);
    if (status === 405) alice.send(sent);
    expect((await alice.response(sent)).status).toBe(status);
  });

  test('480 at once when the only phone goes while it rings', async () => {
    const invite = await call(alice, 'sip:bob@localhost');
    bob.reply(await bob.received('INVITE'), 180, { toTag: 'callee' });
    await alice.response(invite, 180);
    await bob.close();
    expect((await alice.response(invite)).status).toBe(480);
  });

  test('500 in place of a callee’s 503', async () => {
    const invite = await call(alice, 'sip:bob@localhost');
    bob.reply(await bob.received('INVITE'), 503, { toTag: 'callee' });
    expect((await alice.response(invite)).status).toBe(500);
  });

  test('408 when a phone rings longer than anybody waits, and the phone stops', async () => {
    const invite = await call(alice, 'sip:bob@localhost');
    bob.reply(await bob.received('INVITE'), 180, { toTag: 'callee' });
    await alice.response(invite, 180);
    clock.advance(defaultLimits.ringingMs);
    expect((await alice.response(invite)).status).toBe(408);
    await bob.received('CANCEL');
  });

  test('407 without credentials and 403 under another name', async () => {
    const bare = alice.request('INVITE', 'sip:bob@localhost');
    const challenge = await alice.response(bare);
    expect(challenge.status).toBe(407);
    expect(headerValues(challenge.headers, 'Proxy-Authenticate')).toHaveLength(2);
    const posing = await alice.prove(
      alice.build('INVITE', 'sip:bob@localhost', { from: '<sip:carol@localhost>;tag=1' }),
    );
    expect((await alice.response(posing)).status).toBe(403);
    const foreign = await alice.prove(
      alice.build('INVITE', 'sip:bob@localhost', { from: '<sip:alice@evil.test>;tag=1' }),
    );
    expect((await alice.response(foreign)).status).toBe(403);
    await bob.settle();
    expect(bob.inbox.left()).toEqual([]);
  });
});
