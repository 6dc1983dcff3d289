import { once } from 'node:events';
import { afterEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { createManualClock } from '#server/testing/manual-clock.ts';
import { call } from '#server/testing/sip-calls.ts';
import { connectSipClient } from '#server/testing/sip-client.ts';
import { startTestExchange, type TestExchange } from '#server/testing/test-exchange.ts';
import type { ExchangeOptions } from './exchange.ts';
import { headerValue } from './message/message.ts';

let exchange: TestExchange | null = null;

afterEach(() => exchange?.close());

async function start(options: Partial<ExchangeOptions>) {
  exchange = await startTestExchange(options);
  return exchange;
}

/** The HTTP status with which an upgrade is refused. */
async function refusedWith(url: string, protocol?: string): Promise<number> {
  const socket = protocol === undefined ? new WebSocket(url) : new WebSocket(url, protocol);
  const [request, response] = (await once(socket, 'unexpected-response')) as [
    { destroy: () => void },
    { statusCode: number },
  ];
  request.destroy();
  return response.statusCode;
}

test('a connection too many is refused with 503, until another one goes', async () => {
  const { url } = await start({ limits: { maxConnections: 1 } });
  const alice = await connectSipClient(url, 'alice');
  expect(await refusedWith(url, 'sip')).toBe(503);
  await alice.close();
  const bob = await connectSipClient(url, 'bob');
  await bob.settle();
});

test('a WebSocket that does not speak sip is refused with 400', async () => {
  const { url } = await start({});
  expect(await refusedWith(url)).toBe(400);
  expect(await refusedWith(url, 'mqtt')).toBe(400);
});

test('a frame that is too large ends the connection with 1009', async () => {
  const { url } = await start({ limits: { maxFrameBytes: 2000 } });
  const alice = await connectSipClient(url, 'alice');
  alice.socket.send('x'.repeat(2001));
  expect(await alice.closed).toBe(1009);
});

test('a message that is too large is refused with 413, and the connection stays', async () => {
  const { url } = await start({ limits: { maxMessageBytes: 2000 } });
  const alice = await connectSipClient(url, 'alice');
  const large = alice.request('OPTIONS', 'sip:localhost', { body: 'x'.repeat(2000) });
  expect((await alice.response(large)).status).toBe(413);
  await alice.settle();
});

test('a header line that is too long, or a header too many, is refused with 400', async () => {
  const { url } = await start({ limits: { maxHeaders: 12, maxHeaderLineBytes: 200 } });
  const alice = await connectSipClient(url, 'alice');
  const long = alice.request('OPTIONS', 'sip:localhost', { headers: [`Subject: ${'x'.repeat(200)}`] });
  expect((await alice.response(long)).reason).toBe('Header Line Too Long');
  const many = alice.request('OPTIONS', 'sip:localhost', { headers: Array<string>(12).fill('Subject: x') });
  expect((await alice.response(many)).reason).toBe('Too Many Headers');
});

test('messages that come too fast end the connection with 1008', async () => {
  const { url } = await start({ clock: createManualClock(), limits: { messageBurst: 5 } });
  const alice = await connectSipClient(url, 'alice');
  const sent = Array.from({ length: 6 }, () => alice.request('OPTIONS', 'sip:localhost'));
  expect(await alice.closed).toBe(1008);
  expect(await Promise.all(sent.slice(0, 5).map((each) => alice.response(each)))).toHaveLength(5);
});

test('a transaction too many is refused with 503', async () => {
  const { url } = await start({ clock: createManualClock(), limits: { maxTransactions: 4 } });
  const alice = await connectSipClient(url, 'alice');
  for (let count = 0; count < 4; count += 1) await alice.settle();
  const refused = await alice.response(alice.request('OPTIONS', 'sip:localhost'));
  expect([refused.status, headerValue(refused.headers, 'Retry-After')]).toEqual([503, '5']);
});

test('a peer that answers no ping is dropped, and its callers hear 480', async () => {
  const clock = createManualClock();
  const { url } = await start({ clock, limits: { pingIntervalMs: 1000 } });
  const alice = await connectSipClient(url, 'alice');
  const bob = await connectSipClient(url, 'bob');
  await bob.register();
  const invite = await call(alice, 'sip:bob@localhost');
  bob.reply(await bob.received('INVITE'), 180, { toTag: 'callee' });
  await alice.response(invite, 180);
  // A paused socket is what a phone looks like whose network is gone.
  bob.socket.pause();
  clock.advance(1000);
  await alice.settle();
  clock.advance(1000);
  expect((await alice.response(invite)).status).toBe(480);
});

test('a peer that reads too slowly is dropped', async () => {
  const { url } = await start({ limits: { maxBufferedBytes: 20_000 } });
  const alice = await connectSipClient(url, 'alice');
  const bob = await connectSipClient(url, 'bob');
  await bob.register();
  bob.socket.pause();
  const body = 'x'.repeat(60_000);
  const answers: Promise<number>[] = [];
  for (let count = 0; count < 200; count += 1) {
    const message = await alice.prove(alice.build('MESSAGE', 'sip:bob@localhost', { body }));
    answers.push(alice.response(message).then(({ status }) => status));
    const last = await Promise.race([answers[0], alice.settle().then(() => null)]);
    if (last === 480) break;
  }
  expect(await answers[0]).toBe(480);
});

test('closing the exchange closes every connection as going away', async () => {
  const { url, close } = await start({});
  const alice = await connectSipClient(url, 'alice');
  const closing = close();
  exchange = null;
  expect(await alice.closed).toBe(1001);
  await closing;
});

test('the log says what the exchange is for, and never a password or a body', async () => {
  const lines: string[] = [];
  const log = (message: string, context?: unknown) =>
    void lines.push(`${message} ${JSON.stringify(context ?? {})}`);
  const { url } = await start({ logger: { info: log, warn: log, error: log } });
  const alice = await connectSipClient(url, 'alice');
  await alice.register();
  alice.request('MESSAGE', 'sip:bob@localhost', {
    headers: ['Max-Forwards: x', 'Max-Forwards: y'],
    body: 'secret',
  });
  await alice.settle();
  expect(lines[0]).toContain('Kamailio, Asterisk or FreeSWITCH');
  expect(lines.join('\n')).not.toMatch(/alice-demo|secret|response=/u);
});
