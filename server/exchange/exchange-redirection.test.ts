import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { call, contactHeader } from '#server/testing/sip-calls.ts';
import { connectSipClient, type SipClient } from '#server/testing/sip-client.ts';
import { startTestExchange, type TestExchange } from '#server/testing/test-exchange.ts';
import { headerValue } from './message/message.ts';

let exchange: TestExchange;
let alice: SipClient;
let bob: SipClient;
let carol: SipClient;

beforeEach(async () => {
  exchange = await startTestExchange();
  [alice, bob, carol] = await Promise.all([
    connectSipClient(exchange.url, 'alice'),
    connectSipClient(exchange.url, 'bob'),
    connectSipClient(exchange.url, 'carol'),
  ]);
  await Promise.all([alice.register(), bob.register(), carol.register()]);
});

afterEach(() => exchange.close());

const to = (...uris: readonly string[]) => ({
  toTag: 'moved',
  headers: uris.map((uri) => ({ name: 'Contact', value: `<${uri}>` })),
});

/** Alice calls Bob, who sends her on. */
async function sendOn(...uris: readonly string[]) {
  const invite = await call(alice, 'sip:bob@localhost');
  bob.reply(await bob.received('INVITE'), 302, to(...uris));
  await bob.received('ACK');
  return invite;
}

describe('a redirection', () => {
  test('within the domain is followed: the other phone rings and is answered, as if it had been called', async () => {
    const invite = await sendOn('sip:carol@localhost');
    const atCarol = await carol.received('INVITE');
    expect(atCarol.requestUri).toBe(carol.contactUri);
    expect(headerValue(atCarol.headers, 'Call-ID')).toBe(headerValue(invite.headers, 'Call-ID'));
    carol.reply(atCarol, 180, { toTag: 'carol' });
    await alice.response(invite, 180);
    carol.reply(atCarol, 200, { toTag: 'carol', headers: contactHeader(carol) });
    expect((await alice.response(invite)).status).toBe(200);
  });

  test.each(['sip:dave@elsewhere.invalid', 'tel:+1555', 'sip:echo@localhost', '<broken'])(
    'to %s is left to the caller',
    async (uri) => {
      const response = await alice.response(await sendOn(uri));
      expect(response.status).toBe(302);
      expect(headerValue(response.headers, 'Contact')).toBe(`<${uri}>`);
    },
  );

  test.each(['sip:bob@localhost', 'sip:nobody@localhost', 'sip:dave@localhost'])(
    'to %s, who is the same or not there, reaches nobody',
    async (uri) => {
      expect((await alice.response(await sendOn(uri))).status).toBe(480);
    },
  );

  test('in a circle ends when everybody has been asked', async () => {
    const invite = await sendOn('sip:carol@localhost');
    carol.reply(await carol.received('INVITE'), 302, to('sip:bob@localhost', 'sip:carol@localhost'));
    expect((await alice.response(invite)).status).toBe(480);
  });

  test('is refused where the one whom it leads to refuses', async () => {
    const invite = await sendOn('sip:carol@localhost');
    carol.reply(await carol.received('INVITE'), 486, { toTag: 'carol' });
    expect((await alice.response(invite)).status).toBe(486);
  });
});
