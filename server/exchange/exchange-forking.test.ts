import { afterEach, beforeEach, expect, test } from 'vitest';
import { call, contactHeader } from '#server/testing/sip-calls.ts';
import { connectSipClient, type SipClient } from '#server/testing/sip-client.ts';
import { startTestExchange, type TestExchange } from '#server/testing/test-exchange.ts';
import { headerValue } from './message/message.ts';

let exchange: TestExchange;
let alice: SipClient;
let tablet: SipClient;
let desk: SipClient;

beforeEach(async () => {
  exchange = await startTestExchange();
  alice = await connectSipClient(exchange.url, 'alice');
  tablet = await connectSipClient(exchange.url, 'bob');
  desk = await connectSipClient(exchange.url, 'bob');
  await alice.register();
  await tablet.register();
  await desk.register();
});

afterEach(() => exchange.close());

async function ringBoth() {
  const invite = await call(alice, 'sip:bob@localhost');
  await alice.response(invite, 100);
  const onTablet = await tablet.received('INVITE');
  const onDesk = await desk.received('INVITE');
  tablet.reply(onTablet, 180, { toTag: 'tablet' });
  desk.reply(onDesk, 180, { toTag: 'desk' });
  await alice.response(invite, 180);
  await alice.response(invite, 180);
  return { invite, onTablet, onDesk };
}

test('every phone of the callee rings, each by its own Contact', async () => {
  const { onTablet, onDesk } = await ringBoth();
  expect([onTablet.requestUri, onDesk.requestUri]).toEqual([tablet.contactUri, desk.contactUri]);
  expect(headerValue(onTablet.headers, 'Via')).not.toBe(headerValue(onDesk.headers, 'Via'));
});

test('the phone that answers has the call, the others are told that it was answered elsewhere', async () => {
  const { invite, onTablet, onDesk } = await ringBoth();
  desk.reply(onDesk, 200, { toTag: 'desk', headers: contactHeader(desk) });
  expect((await alice.response(invite)).status).toBe(200);
  const cancel = await tablet.received('CANCEL');
  expect(headerValue(cancel.headers, 'Reason')).toBe('SIP;cause=200;text="Call completed elsewhere"');
  tablet.reply(cancel, 200);
  tablet.reply(onTablet, 487, { toTag: 'tablet' });
  await tablet.received('ACK');
  await desk.settle();
  await alice.settle();
  expect([desk.inbox.left(), alice.inbox.left()]).toEqual([[], []]);
});

test('the caller hears the best of the refusals, when the last of them is there', async () => {
  const { invite, onTablet, onDesk } = await ringBoth();
  tablet.reply(onTablet, 486, { toTag: 'tablet' });
  await tablet.received('ACK');
  await alice.settle();
  expect(alice.inbox.left()).toEqual([]);
  desk.reply(onDesk, 480, { toTag: 'desk' });
  expect((await alice.response(invite)).status).toBe(486);
});

test('a refusal for all phones ends the ringing everywhere', async () => {
  const { invite, onTablet, onDesk } = await ringBoth();
  tablet.reply(onTablet, 603, { toTag: 'tablet' });
  const cancel = await desk.received('CANCEL');
  expect(headerValue(cancel.headers, 'Reason')).toBeNull();
  desk.reply(cancel, 200);
  desk.reply(onDesk, 487, { toTag: 'desk' });
  expect((await alice.response(invite)).status).toBe(603);
});

test('one phone that goes away leaves the other ringing', async () => {
  const { invite, onDesk } = await ringBoth();
  await tablet.close();
  desk.reply(onDesk, 200, { toTag: 'desk', headers: contactHeader(desk) });
  expect((await alice.response(invite)).status).toBe(200);
});

test('two phones that answer at the same moment both reach the caller, who has to choose', async () => {
  const { invite, onTablet, onDesk } = await ringBoth();
  desk.reply(onDesk, 200, { toTag: 'desk', headers: contactHeader(desk) });
  await tablet.received('CANCEL');
  tablet.reply(onTablet, 200, { toTag: 'tablet', headers: contactHeader(tablet) });
  const tags = [await alice.response(invite, 200), await alice.response(invite, 200)].map((answer) =>
    headerValue(answer.headers, 'To'),
  );
  expect(tags).toEqual([expect.stringContaining('desk'), expect.stringContaining('tablet')]);
});

test('a MESSAGE goes to every phone and is delivered once one has it', async () => {
  const message = await alice.prove(alice.build('MESSAGE', 'sip:bob@localhost', { body: 'hé' }));
  const onTablet = await tablet.received('MESSAGE');
  expect((await desk.received('MESSAGE')).body.toString()).toBe('hé');
  tablet.reply(onTablet, 200);
  expect((await alice.response(message)).status).toBe(200);
});
