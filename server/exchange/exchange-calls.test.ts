import { afterEach, beforeEach, expect, test } from 'vitest';
import { connectSipClient, type SipClient } from '#server/testing/sip-client.ts';
import { startTestExchange, type TestExchange } from '#server/testing/test-exchange.ts';
import { headerValue, headerValues } from './message/message.ts';

let exchange: TestExchange;
let alice: SipClient;
let bob: SipClient;

beforeEach(async () => {
  exchange = await startTestExchange();
  alice = await connectSipClient(exchange.url, 'alice');
  bob = await connectSipClient(exchange.url, 'bob');
});

afterEach(() => exchange.close());

test('a call is set up and ended through the exchange', async () => {
  await alice.register();
  await bob.register();
  const invite = await alice.prove(
    alice.build('INVITE', 'sip:bob@localhost', {
      headers: [`Contact: <${alice.contactUri}>`, 'Content-Type: application/sdp'],
      body: 'v=0\r\n',
    }),
  );
  await alice.response(invite, 100);
  const arrived = await bob.received('INVITE');
  expect(arrived.requestUri).toBe(bob.contactUri);
  expect(arrived.body.toString()).toBe('v=0\r\n');
  expect(headerValues(arrived.headers, 'Via')).toHaveLength(2);
  expect(headerValue(arrived.headers, 'Max-Forwards')).toBe('69');
  expect(headerValue(arrived.headers, 'Proxy-Authorization')).toBeNull();
  expect(headerValue(arrived.headers, 'Record-Route')).toBeNull();
});
