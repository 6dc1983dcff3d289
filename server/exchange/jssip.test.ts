import { UA, WebSocketInterface } from 'jssip';
import type { IncomingMessageEvent, OutgoingMessageEvent } from 'jssip/lib/UA';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { connectSipClient } from '#server/testing/sip-client.ts';
import { startTestExchange, type TestExchange } from '#server/testing/test-exchange.ts';
import { headerValue, headerValues } from './message/message.ts';

let exchange: TestExchange;
const agents: UA[] = [];

beforeEach(async () => {
  // What a browser has and Node 20 has not.
  vi.stubGlobal('WebSocket', WebSocket);
  exchange = await startTestExchange();
});

afterEach(async () => {
  for (const agent of agents.splice(0)) agent.stop();
  await exchange.close();
  vi.unstubAllGlobals();
});

/** Starts JsSIP, and resolves with how its first registration went. */
async function signIn(user: string, password: string, options: { readonly registerExpires?: number } = {}) {
  const agent = new UA({
    sockets: [new WebSocketInterface(exchange.url)],
    uri: `sip:${user}@localhost`,
    password,
    session_timers: false,
    register_expires: options.registerExpires ?? 120,
  });
  agents.push(agent);
  const outcome = new Promise<string>((resolve) => {
    agent.once('registered', () => resolve('registered'));
    agent.once('registrationFailed', ({ cause, response }) => resolve(`${cause} ${response?.status_code}`));
  });
  agent.start();
  return { agent, outcome: await outcome };
}

test('the right password registers, with a GRUU', async () => {
  const { agent, outcome } = await signIn('alice', 'alice-demo');
  expect(outcome).toBe('registered');
  const spare = await connectSipClient(exchange.url, 'alice');
  const contacts = headerValues((await spare.register()).headers, 'Contact');
  expect(contacts).toHaveLength(2);
  expect(agent.contact.toString()).toMatch(/^<sip:alice@localhost;gr=urn:uuid:/u);
});

test('a wrong password ends the attempt and is called just that', async () => {
  expect((await signIn('alice', 'wrong')).outcome).toBe('Authentication Error 401');
});

test('an unknown name is called just that', async () => {
  expect((await signIn('zed', 'zed-demo')).outcome).toBe('Not Found 404');
});

test('an expiry that is too brief is raised to what the exchange wants', async () => {
  expect((await signIn('alice', 'alice-demo', { registerExpires: 10 })).outcome).toBe('registered');
});

test('a phone that signs out can be called no longer', async () => {
  const { agent } = await signIn('bob', 'bob-demo');
  const gone = new Promise((resolve) => {
    agent.once('unregistered', resolve);
  });
  agent.unregister();
  await gone;
  const alice = await connectSipClient(exchange.url, 'alice');
  const message = await alice.prove(alice.build('MESSAGE', 'sip:bob@localhost'));
  expect((await alice.response(message)).status).toBe(480);
});

test('a MESSAGE reaches JsSIP, and one from JsSIP reaches a phone', async () => {
  const { agent } = await signIn('bob', 'bob-demo');
  const received = new Promise<string>((resolve) => {
    agent.once('newMessage', ({ request }: IncomingMessageEvent | OutgoingMessageEvent) =>
      resolve(request.body),
    );
  });
  const alice = await connectSipClient(exchange.url, 'alice');
  await alice.register();
  const headers = ['Content-Type: text/plain'];
  const message = await alice.prove(alice.build('MESSAGE', 'sip:bob@localhost', { body: 'Grüße', headers }));
  expect((await alice.response(message)).status).toBe(200);
  expect(await received).toBe('Grüße');
  agent.sendMessage('sip:alice@localhost', 'zurück');
  const back = await alice.received('MESSAGE');
  expect([back.body.toString(), headerValue(back.headers, 'From')]).toEqual([
    'zurück',
    expect.stringContaining('sip:bob@localhost'),
  ]);
  alice.reply(back, 200);
});

test('a JsSIP that sends to its own address refuses it as a loop, and another phone of the account gets it', async () => {
  const { agent } = await signIn('alice', 'alice-demo');
  const send = () =>
    new Promise<number | undefined>((resolve) => {
      agent.sendMessage('sip:alice@localhost', 'note to self', {
        eventHandlers: {
          succeeded: ({ response }) => resolve(response.status_code),
          failed: ({ response }) => resolve(response?.status_code),
        },
      });
    });
  expect(await send()).toBe(482);
  const tablet = await connectSipClient(exchange.url, 'alice');
  await tablet.register();
  const answer = send();
  tablet.reply(await tablet.received('MESSAGE'), 200);
  expect(await answer).toBe(200);
});
