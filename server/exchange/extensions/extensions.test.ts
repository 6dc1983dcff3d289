import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createManualClock, type ManualClock } from '#server/testing/manual-clock.ts';
import { createMediaPeer, type MediaPeer } from '#server/testing/media-peer.ts';
import { call, within } from '#server/testing/sip-calls.ts';
import { acknowledge, cancelOf, connectSipClient, type SipClient } from '#server/testing/sip-client.ts';
import { startTestExchange, type TestExchange } from '#server/testing/test-exchange.ts';
import { toneAmplitude } from '#testing/tones.ts';
import { headerValue } from '../message/message.ts';
import { timers } from '../transaction/timers.ts';
import { fromMulaw } from './g711.ts';

let clock: ManualClock;
let exchange: TestExchange;
let alice: SipClient;
let peer: MediaPeer;

beforeEach(async () => {
  clock = createManualClock();
  exchange = await startTestExchange({ clock, limits: { maxExtensionCalls: 1, pingIntervalMs: 1e9 } });
  alice = await connectSipClient(exchange.url, 'alice');
  await alice.register();
  peer = createMediaPeer();
});

afterEach(async () => {
  await peer.close();
  await exchange.close();
});

const sdpHeaders = ['Content-Type: application/sdp'];

async function answered(extension: string) {
  const invite = await call(alice, `sip:${extension}@localhost`, {
    headers: sdpHeaders,
    body: await peer.offer(),
  });
  const answer = await alice.response(invite);
  expect(answer.status).toBe(200);
  await peer.accept(answer.body.toString());
  within(alice, 'ACK', invite, answer);
  await peer.connected;
  return { invite, answer };
}

describe('echo', () => {
  test('sends back what it hears, byte for byte', async () => {
    await answered('echo');
    const payloads = Array.from({ length: 10 }, (_, index) => Buffer.alloc(40, index));
    const back = peer.hear(payloads.length);
    for (const payload of payloads) peer.send(payload);
    expect(await back).toEqual(payloads);
  });

  test('is silent while it is on hold, and is back afterwards', async () => {
    const { invite, answer } = await answered('echo');
    const renegotiate = async (direction: 'sendonly' | 'sendrecv', cseq: number) => {
      const update = within(alice, 'UPDATE', invite, answer, sdpHeaders, {
        cseq,
        body: await peer.offer(direction),
      });
      const agreed = await alice.response(update);
      await peer.accept(agreed.body.toString());
      return agreed.body.toString();
    };
    expect(await renegotiate('sendonly', 20)).toContain('a=recvonly');
    peer.send(Buffer.from('held'));
    await alice.settle();
    expect(await renegotiate('sendrecv', 21)).toContain('a=sendrecv');
    const back = peer.hear(1);
    peer.send(Buffer.from('back'));
    expect((await back).map(String)).toEqual(['back']);
    expect(peer.heard()).toBe(1);
  });

  test('answers what else comes within the call', async () => {
    const { invite, answer } = await answered('echo');
    const status = async (method: string, cseq: number, body?: string) => {
      const headers = body === undefined ? [] : sdpHeaders;
      const parts = body === undefined ? { cseq } : { cseq, body };
      return (await alice.response(within(alice, method, invite, answer, headers, parts))).status;
    };
    expect(await status('INFO', 20)).toBe(200);
    expect(await status('OPTIONS', 21)).toBe(200);
    expect(await status('UPDATE', 22)).toBe(200);
    expect(await status('REFER', 23)).toBe(405);
    expect(await status('INFO', 19)).toBe(500);
    expect(await status('INVITE', 24, 'nonsense')).toBe(488);
    expect(await status('INVITE', 25)).toBe(488);
    expect(await status('BYE', 26)).toBe(200);
    expect(await status('INFO', 27)).toBe(481);
  });

  test('hangs up when the exchange closes', async () => {
    await answered('echo');
    const closing = exchange.close();
    const bye = await alice.received('BYE');
    expect([bye.requestUri, headerValue(bye.headers, 'CSeq')]).toEqual([alice.contactUri, '1 BYE']);
    await closing;
    exchange = await startTestExchange();
  });

  test('hangs up when nobody acknowledges its answer', async () => {
    const invite = await call(alice, 'sip:echo@localhost', { headers: sdpHeaders, body: await peer.offer() });
    await alice.response(invite, 200);
    clock.advance(timers.transactionMs);
    expect((await alice.received('BYE')).requestUri).toBe(alice.contactUri);
  });

  test('takes no call too many, and the next one after a hang-up', async () => {
    const { invite, answer } = await answered('echo');
    const second = await call(alice, 'sip:tone@localhost', {
      headers: sdpHeaders,
      body: await createOffer(),
    });
    const refused = await alice.response(second);
    expect(refused.status).toBe(486);
    alice.send(acknowledge(second, refused));
    await alice.response(within(alice, 'BYE', invite, answer));
    const third = await call(alice, 'sip:tone@localhost', { headers: sdpHeaders, body: await createOffer() });
    expect((await alice.response(third)).status).toBe(200);
  });

  test.each([
    ['no offer', [], ''],
    ['another content', ['Content-Type: text/plain'], 'hello'],
    ['no codec in common', sdpHeaders, 'v=0\r\nm=audio 9 RTP/AVP 3\r\n'],
    ['an offer that is none', sdpHeaders, 'm=audio 9 RTP/AVP 0'],
  ])('refuses an INVITE with %s', async (_, headers, body) => {
    const invite = await call(alice, 'sip:echo@localhost', { headers, body });
    expect((await alice.response(invite)).status).toBe(488);
  });

  test('a caller who gives up before the answer leaves no call behind', async () => {
    const invite = await call(alice, 'sip:echo@localhost', { headers: sdpHeaders, body: await peer.offer() });
    alice.send(cancelOf(invite));
    expect((await alice.response(invite)).status).toBe(487);
    const next = await call(alice, 'sip:echo@localhost', { headers: sdpHeaders, body: await createOffer() });
    expect((await alice.response(next)).status).toBe(200);
  });
});

async function createOffer(): Promise<string> {
  const other = createMediaPeer();
  const offer = await other.offer();
  await other.close();
  return offer;
}

test('tone is a steady 440 Hz of half the full scale', async () => {
  await answered('tone');
  const packets = await peer.hear(25);
  const samples = Float32Array.from(Buffer.concat(packets), fromMulaw);
  expect(samples).toHaveLength(25 * 160);
  expect(toneAmplitude(samples, 8000, 440)).toBeGreaterThan(0.45);
  expect(toneAmplitude(samples, 8000, 440)).toBeLessThan(0.55);
  expect(toneAmplitude(samples, 8000, 1000)).toBeLessThan(0.01);
});

test('an extension refuses what it would have to support', async () => {
  const refused = await alice.response(
    await call(alice, 'sip:noanswer@localhost', { headers: ['Require: 100rel'] }),
  );
  expect([refused.status, headerValue(refused.headers, 'Unsupported')]).toEqual([420, '100rel']);
});

test('busy is busy', async () => {
  expect((await alice.response(await call(alice, 'sip:busy@localhost'))).status).toBe(486);
});

test('noanswer rings until the caller gives up', async () => {
  const invite = await call(alice, 'sip:noanswer@localhost');
  await alice.response(invite, 180);
  clock.advance(3_600_000);
  await alice.settle();
  alice.send(cancelOf(invite));
  expect((await alice.response(invite)).status).toBe(487);
});

test.each([
  ['OPTIONS', 200],
  ['SUBSCRIBE', 489],
  ['MESSAGE', 405],
])('outside a call an extension answers %s with %d', async (method, status) => {
  const request = await alice.prove(alice.build(method, 'sip:echo@localhost'));
  expect((await alice.response(request)).status).toBe(status);
});
