import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connectSipClient, type SipClient } from '#server/testing/sip-client.ts';
import { startTestExchange, type TestExchange } from '#server/testing/test-exchange.ts';
import { headerValue } from './message/message.ts';
import { serialise } from './message/serialise.ts';

let exchange: TestExchange;
let alice: SipClient;
let bob: SipClient;

beforeEach(async () => {
  exchange = await startTestExchange();
  alice = await connectSipClient(exchange.url, 'alice');
  bob = await connectSipClient(exchange.url, 'bob');
  await bob.register();
});

afterEach(() => exchange.close());

describe('beside calls', () => {
  test.each(['MESSAGE', 'OPTIONS', 'REFER', 'SUBSCRIBE', 'INFO'])('%s reaches the callee', async (method) => {
    const request = await alice.prove(alice.build(method, 'sip:bob@localhost'));
    bob.reply(await bob.received(method), 202);
    expect((await alice.response(request)).status).toBe(202);
  });

  test('the exchange itself answers OPTIONS, to anybody', async () => {
    const answer = await alice.response(alice.request('OPTIONS', 'sip:localhost'));
    expect([answer.status, headerValue(answer.headers, 'Allow')]).toEqual([
      200,
      expect.stringContaining('INVITE'),
    ]);
  });

  test('a subscription to one’s own state finds nobody who keeps it', async () => {
    await alice.register();
    const own = await alice.prove(
      alice.build('SUBSCRIBE', 'sip:alice@localhost', { headers: ['Event: message-summary'] }),
    );
    expect((await alice.response(own)).status).toBe(489);
  });
});

describe('what may go no further', () => {
  test.each([
    ['no hop left', 'Max-Forwards: 0', 483],
    ['hops that are no number', 'Max-Forwards: many', 400],
    ['an extension of the proxy', 'Proxy-Require: magic', 420],
  ])('%s', async (_, header, status) => {
    const request = alice.request('OPTIONS', 'sip:bob@localhost', { headers: [header] });
    const refused = await alice.response(request);
    expect(refused.status).toBe(status);
    expect(headerValue(refused.headers, 'Unsupported')).toBe(status === 420 ? 'magic' : null);
  });

  test('a request that comes back as it went is a loop', async () => {
    await alice.prove(alice.build('OPTIONS', 'sip:bob@localhost'));
    const arrived = await bob.received('OPTIONS');
    // Back to the exchange as bob got it, but for the Request-URI, which is what it was before.
    const back = { ...arrived, requestUri: 'sip:bob@localhost' };
    const via = { name: 'Via', value: 'SIP/2.0/WS bob.invalid;branch=z9hG4bKback' };
    bob.send({ ...back, headers: [via, ...back.headers] });
    expect((await bob.response(back)).status).toBe(482);
  });

  test('a Route to somewhere else', async () => {
    const away = await alice.prove(
      alice.build('OPTIONS', 'sip:bob@localhost', { headers: ['Route: <sip:proxy.elsewhere.test;lr>'] }),
    );
    expect((await alice.response(away)).status).toBe(480);
  });
});

test('a Route to the exchange itself is taken off', async () => {
  await alice.prove(
    alice.build('MESSAGE', 'sip:bob@localhost', {
      headers: ['Route: <sip:localhost;lr>, <sip:127.0.0.1:1;lr>'],
    }),
  );
  expect(headerValue((await bob.received('MESSAGE')).headers, 'Route')).toBeNull();
});

test('the name by which somebody reached the exchange is its domain too', async () => {
  const { port } = new URL(exchange.url);
  const carol = await connectSipClient(`ws://127.0.0.1:${port}/sip`, 'carol', { host: `phone.test:${port}` });
  const message = carol.build('MESSAGE', 'sip:bob@phone.test', { from: '<sip:carol@phone.test>;tag=1' });
  await carol.prove(message);
  await bob.received('MESSAGE');
  await carol.close();
  const later = await alice.prove(alice.build('MESSAGE', 'sip:bob@phone.test'));
  expect((await alice.response(later)).status).toBe(404);
});

describe('on the wire', () => {
  test('binary frames are read like text', async () => {
    const options = alice.build('OPTIONS', 'sip:localhost');
    alice.socket.send(serialise(options), { binary: true });
    expect((await alice.response(options)).status).toBe(200);
  });

  test('a double CRLF is answered with one', async () => {
    alice.socket.send('\r\n\r\n');
    const [data] = (await once(alice.socket, 'message')) as [Buffer];
    expect(data.toString()).toBe('\r\n');
  });

  test('a malformed request is told so, and everything else is dropped', async () => {
    const broken = alice.build('OPTIONS', 'sip:localhost');
    const text = serialise(broken).toString('utf8').replace('Content-Length: 0', 'Content-Length: 70');
    alice.socket.send(text);
    const refused = await alice.response(broken);
    expect([refused.status, refused.reason]).toEqual([400, 'Wrong Content-Length']);
    for (const garbage of [
      '',
      '\0',
      'GET / HTTP/1.1\r\n\r\n',
      'SIP/2.0 200 OK\r\n\r\n',
      text.replaceAll('OPTIONS', 'ACK'),
    ]) {
      alice.socket.send(garbage);
    }
    alice.socket.send(Buffer.from([0xff, 0xfe, 0x00]), { binary: true });
    await alice.settle();
    expect(alice.inbox.left()).toEqual([]);
  });

  test('a response that nobody waits for is dropped', async () => {
    alice.reply(alice.build('INVITE', 'sip:bob@localhost'), 200);
    await alice.settle();
    expect([alice.inbox.left(), bob.inbox.left()]).toEqual([[], []]);
  });
});
