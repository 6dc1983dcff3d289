import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { call, contactHeader, establish, within, withinFromCallee } from '#server/testing/sip-calls.ts';
import { cancelOf, connectSipClient, type SipClient } from '#server/testing/sip-client.ts';
import { startTestExchange, type TestExchange } from '#server/testing/test-exchange.ts';
import { headerValue, headerValues } from './message/message.ts';

let exchange: TestExchange;
let alice: SipClient;
let bob: SipClient;

beforeEach(async () => {
  exchange = await startTestExchange();
  alice = await connectSipClient(exchange.url, 'alice');
  bob = await connectSipClient(exchange.url, 'bob');
  await alice.register();
  await bob.register();
});

afterEach(() => exchange.close());

test('an INVITE reaches the callee with what a proxy must change, and nothing else', async () => {
  const invite = await call(alice, 'sip:bob@localhost', {
    headers: [
      'Subject: Grüße',
      'P-Asserted-Identity: <sip:queen@localhost>',
      'Content-Type: application/sdp',
    ],
    body: 'v=0\r\n',
  });
  await alice.response(invite, 100);
  const { requestUri, headers, body } = await bob.received('INVITE');
  expect(requestUri).toBe(bob.contactUri);
  expect(body.toString()).toBe('v=0\r\n');
  const vias = headerValues(headers, 'Via');
  expect(vias).toEqual([
    expect.stringMatching(/^SIP\/2\.0\/WS localhost;branch=z9hG4bK/u),
    expect.stringContaining('received=127.0.0.1'),
  ]);
  expect(headerValue(headers, 'Max-Forwards')).toBe('69');
  expect(headerValue(headers, 'Subject')).toBe('Grüße');
  expect(headerValue(headers, 'From')).toBe(headerValue(invite.headers, 'From'));
  for (const name of ['Proxy-Authorization', 'P-Asserted-Identity', 'Record-Route']) {
    expect(headerValue(headers, name)).toBeNull();
  }
});

describe('a call', () => {
  test('is answered, and the caller hangs up', async () => {
    const { invite, answer } = await establish(alice, bob);
    expect(headerValues(answer.headers, 'Via')).toHaveLength(1);
    const bye = within(alice, 'BYE', invite, answer);
    bob.reply(await bob.received('BYE'), 200);
    expect((await alice.response(bye)).status).toBe(200);
  });

  test('is answered, and the callee hangs up', async () => {
    const { arrived } = await establish(alice, bob);
    const bye = withinFromCallee(bob, 'BYE', arrived, 'callee');
    alice.reply(await alice.received('BYE'), 200);
    expect((await bob.response(bye)).status).toBe(200);
  });

  test.each(['INFO', 'UPDATE', 'MESSAGE', 'OPTIONS', 'INVITE', 'PRACK'])(
    'carries %s both ways',
    async (method) => {
      const { invite, answer, arrived } = await establish(alice, bob);
      const forth = within(alice, method, invite, answer);
      bob.reply(await bob.received(method), 200);
      expect((await alice.response(forth)).status).toBe(200);
      const back = withinFromCallee(bob, method, arrived, 'callee');
      alice.reply(await alice.received(method), 488);
      expect((await bob.response(back)).status).toBe(488);
    },
  );

  test('is transferred by REFER, with NOTIFY on the way back', async () => {
    const { invite, answer, arrived } = await establish(alice, bob);
    const refer = within(alice, 'REFER', invite, answer, ['Refer-To: <sip:carol@localhost>']);
    const asked = await bob.received('REFER');
    expect(headerValue(asked.headers, 'Refer-To')).toBe('<sip:carol@localhost>');
    bob.reply(asked, 202);
    expect((await alice.response(refer)).status).toBe(202);
    const notify = withinFromCallee(bob, 'NOTIFY', arrived, 'callee', ['Event: refer']);
    alice.reply(await alice.received('NOTIFY'), 200);
    expect((await bob.response(notify)).status).toBe(200);
  });

  test('a repeated 2xx reaches the caller, so that a lost ACK is sent again', async () => {
    const { invite, arrived } = await establish(alice, bob);
    bob.reply(arrived, 200, { toTag: 'callee', headers: contactHeader(bob) });
    expect((await alice.response(invite, 200)).status).toBe(200);
  });

  test('a caller who never registered is reached over a recorded route', async () => {
    const stranger = await connectSipClient(exchange.url, 'carol');
    const invite = await call(stranger, 'sip:bob@localhost');
    const arrived = await bob.received('INVITE');
    const route = headerValue(arrived.headers, 'Record-Route') ?? '';
    expect(route).toMatch(/^<sip:[\w-]+@localhost;transport=ws;lr>$/u);
    bob.reply(arrived, 200, {
      toTag: 'callee',
      headers: [...contactHeader(bob), { name: 'Record-Route', value: route }],
    });
    const answer = await stranger.response(invite, 200);
    const back = withinFromCallee(bob, 'BYE', arrived, 'callee', [`Route: ${route}`]);
    const bye = await stranger.received('BYE');
    expect([bye.requestUri, headerValue(bye.headers, 'Route')]).toEqual([stranger.contactUri, null]);
    stranger.reply(bye, 200);
    expect((await bob.response(back)).status).toBe(200);
    // The caller's own requests carry the same route and must not come back to the caller.
    within(stranger, 'BYE', invite, answer, [`Route: ${route}`]);
    expect((await bob.received('BYE')).requestUri).toBe(bob.contactUri);
    await stranger.close();
    const late = withinFromCallee(bob, 'INFO', arrived, 'callee', [`Route: ${route}`]);
    expect((await bob.response(late)).status).toBe(480);
  });

  test('goes on after a reload, for whoever used a GRUU', async () => {
    const gruuHeaders = ['Supported: gruu'];
    const registered = await bob.register(';+sip.instance="<urn:uuid:b>"', gruuHeaders);
    const gruu = /pub-gruu="([^"]*)"/u.exec(headerValue(registered.headers, 'Contact') ?? '')?.[1] ?? '';
    const invite = await call(alice, 'sip:bob@localhost');
    const arrived = await bob.received('INVITE');
    bob.reply(arrived, 200, { toTag: 'callee', headers: [{ name: 'Contact', value: `<${gruu}>` }] });
    const answer = await alice.response(invite, 200);
    await bob.close();
    expect((await alice.response(within(alice, 'INFO', invite, answer))).status).toBe(480);
    const again = await connectSipClient(exchange.url, 'bob');
    const other = await connectSipClient(exchange.url, 'bob');
    await other.register(';+sip.instance="<urn:uuid:other>"', gruuHeaders);
    await again.register(';+sip.instance="<urn:uuid:b>"', gruuHeaders);
    within(alice, 'BYE', invite, answer);
    expect((await again.received('BYE')).requestUri).toBe(again.contactUri);
    await other.settle();
    expect(other.inbox.left()).toEqual([]);
  });
});

test('a flow on which nobody proved anything cannot slip into a dialog', async () => {
  const { invite, answer } = await establish(alice, bob);
  const mallory = await connectSipClient(exchange.url, 'mallory');
  const bye = within(mallory, 'BYE', invite, answer);
  expect((await mallory.response(bye)).status).toBe(407);
  await bob.settle();
  expect(bob.inbox.left()).toEqual([]);
});

describe('giving up', () => {
  const ring = async () => {
    const invite = await call(alice, 'sip:bob@localhost');
    const arrived = await bob.received('INVITE');
    bob.reply(arrived, 180, { toTag: 'callee' });
    await alice.response(invite, 180);
    return { invite, arrived };
  };

  test('CANCEL ends the ringing with 487', async () => {
    const { invite, arrived } = await ring();
    const cancel = cancelOf(invite);
    alice.send(cancel);
    const cancelled = await bob.received('CANCEL');
    expect(headerValue(cancelled.headers, 'Via')).toBe(headerValue(arrived.headers, 'Via'));
    bob.reply(cancelled, 200);
    bob.reply(arrived, 487, { toTag: 'callee' });
    expect((await alice.response(invite)).status).toBe(487);
    expect((await alice.response(cancel)).status).toBe(200);
  });

  test('a caller who closes the page stops the ringing', async () => {
    await ring();
    await alice.close();
    expect((await bob.received('CANCEL')).requestUri).toBe(bob.contactUri);
  });
});
