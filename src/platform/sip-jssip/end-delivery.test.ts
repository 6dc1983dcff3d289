import { UA } from 'jssip';
import type { RTCSession } from 'jssip/lib/RTCSession';
import type { IncomingRTCSessionEvent } from 'jssip/lib/UA';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFakeWebSocketServer, type FakeWebSocketServer } from '#testing/fake-web-socket.ts';
import { headerOf, respondTo } from '#testing/sip-response.ts';
import { deliverEnds, type EndDelivery } from './end-delivery.ts';
import { createWebSocket } from './web-socket.ts';

/** A peer connection that gets as far as a call without media. */
class FakePeerConnection extends EventTarget {
  readonly iceGatheringState = 'complete';
  readonly localDescription = { sdp: 'v=0\r\n' };
  readonly createOffer = () => Promise.resolve(this.localDescription);
  readonly setLocalDescription = () => Promise.resolve();
  readonly setRemoteDescription = () => Promise.resolve();
  readonly close = () => undefined;
}

let server: FakeWebSocketServer;
let ua: UA;
let ends: EndDelivery;
/** How the server answers each method; what it does not name has no answer. */
let answers: Record<string, number>;

const sent = (start: string) => server.sent.filter((message) => message.startsWith(start));
const seen = (start: string, count = 1) =>
  vi.waitFor(() => expect(sent(start)).toHaveLength(count), { interval: 1 });

/** The server comes back, and the account is registered again. */
async function comeBack(): Promise<void> {
  server.comeBack();
  await vi.advanceTimersByTimeAsync(2000);
  expect(ua.isRegistered()).toBe(true);
}

async function call(): Promise<RTCSession> {
  const session = ua.call('sip:bob@example.com', {
    mediaStream: { getTracks: () => [] } as unknown as MediaStream,
  });
  await seen('INVITE');
  return session;
}
async function callAnswered(): Promise<RTCSession> {
  const session = await call();
  server.deliver(respondTo(sent('INVITE')[0] ?? '', 200, 'v=0\r\n'));
  await seen('ACK');
  return session;
}

beforeEach(async () => {
  vi.useFakeTimers();
  answers = { REGISTER: 200, BYE: 200 };
  server = createFakeWebSocketServer((message) => {
    const status = answers[message.split(' ')[0] ?? ''] ?? 0;
    return status === 0 ? null : respondTo(message, status);
  });
  vi.stubGlobal('WebSocket', server.WebSocket);
  vi.stubGlobal('RTCPeerConnection', FakePeerConnection);
  vi.stubGlobal('RTCSessionDescription', Object);
  ua = new UA({
    uri: 'sip:alice@example.com',
    sockets: createWebSocket('ws://example.com', {
      domain: 'example.com',
      onFailure: () => undefined,
      onUnreadable: () => undefined,
      ask: () => undefined,
    }),
    session_timers: false,
    connection_recovery_min_interval: 1,
    connection_recovery_max_interval: 1,
  });
  ends = deliverEnds(ua);
  ua.start();
  await vi.waitUntil(() => ua.isRegistered());
});

afterEach(() => {
  ua.stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('sends a BYE once where there is a connection and an answer', async () => {
  const session = await callAnswered();
  session.terminate();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sent('BYE')).toHaveLength(1);
  server.goAway();
  await comeBack();
  expect(sent('BYE')).toHaveLength(1);
});

it('sends a BYE that had no connection when the account is registered again', async () => {
  const session = await callAnswered();
  server.goAway();
  session.terminate();
  expect(session.isEnded()).toBe(true);
  await vi.advanceTimersByTimeAsync(120_000);
  expect(sent('BYE')).toEqual([]);
  await comeBack();
  expect(sent('BYE')).toHaveLength(1);
  expect(headerOf(sent('BYE')[0] ?? '', 'To')).toMatch(/;tag=far$/);
});

it('sends a BYE again that had no answer when the connection broke', async () => {
  answers['BYE'] = 0;
  const session = await callAnswered();
  session.terminate();
  server.goAway();
  await comeBack();
  expect(sent('BYE')).toHaveLength(2);
});

it('repeats a BYE with a branch of its own while the far end is away, for 32 seconds', async () => {
  answers['BYE'] = 480;
  const session = await callAnswered();
  session.terminate();
  await vi.advanceTimersByTimeAsync(1600);
  expect(sent('BYE')).toHaveLength(3);
  expect(new Set(sent('BYE').map((bye) => headerOf(bye, 'Via'))).size).toBe(3);
  await vi.advanceTimersByTimeAsync(120_000);
  expect(sent('BYE')).toHaveLength(11);
});

it.each([200, 481])('does not repeat it once the far end has said %i', async (status) => {
  answers['BYE'] = 480;
  const session = await callAnswered();
  session.terminate();
  answers['BYE'] = status;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sent('BYE')).toHaveLength(2);
});

it('does not send a BYE for a call that has expired meanwhile', async () => {
  const session = await callAnswered();
  server.goAway();
  session.terminate();
  await vi.advanceTimersByTimeAsync(31 * 60_000);
  await comeBack();
  expect(sent('BYE')).toEqual([]);
});

it('cancels a call that rang when the connection broke, as the same transaction', async () => {
  await call();
  const [invite = ''] = sent('INVITE');
  server.deliver(respondTo(invite, 180));
  server.goAway();
  await comeBack();
  expect(sent('CANCEL')).toHaveLength(1);
  for (const name of ['Via', 'Call-ID'])
    expect(headerOf(sent('CANCEL')[0] ?? '', name)).toBe(headerOf(invite, name));
});

it('cancels nothing that nobody has answered yet, or remembers any more', async () => {
  await call();
  server.goAway();
  await comeBack();
  answers['INVITE'] = 180;
  ua.call('sip:bob@example.com', { mediaStream: { getTracks: () => [] } as unknown as MediaStream });
  await seen('INVITE', 2);
  server.goAway();
  await vi.advanceTimersByTimeAsync(33_000);
  await comeBack();
  expect(sent('CANCEL')).toEqual([]);
});

it('sends a refusal that had no connection', async () => {
  ua.on('newRTCSession', ({ session }: IncomingRTCSessionEvent) => {
    server.goAway();
    session.terminate({ status_code: 480 });
  });
  const via = 'SIP/2.0/WS far.invalid;branch=z9hG4bK1';
  const headers = [
    `Via: ${via}`,
    'Max-Forwards: 70',
    'From: <sip:bob@example.com>;tag=x',
    'To: <sip:alice@example.com>',
    'Call-ID: c',
    'CSeq: 1 INVITE',
    'Contact: <sip:bob@far.invalid>',
    'Content-Length: 0',
  ];
  server.deliver(`INVITE sip:alice@example.com SIP/2.0\r\n${headers.join('\r\n')}\r\n\r\n`);
  expect(sent('SIP/2.0 480')).toEqual([]);
  await comeBack();
  expect(sent('SIP/2.0 480').map((refusal) => headerOf(refusal, 'Via'))).toEqual([via]);
});

describe('an account that leaves', () => {
  it('has nothing to wait for where every far end knows', async () => {
    const session = await callAnswered();
    expect(ends.isOpen()).toBe(false);
    session.terminate();
    expect(ends.isOpen()).toBe(true);
    await vi.advanceTimersByTimeAsync(0);
    expect(ends.isOpen()).toBe(false);
    expect(await ends.leave()).toBe(true);
  });

  it('sends a BYE as soon as there is a connection, without being registered', async () => {
    const session = await callAnswered();
    server.goAway();
    session.terminate();
    ua.unregister();
    const left = ends.leave();
    await vi.advanceTimersByTimeAsync(10_000);
    const registrations = sent('REGISTER').length;
    server.comeBack();
    await vi.advanceTimersByTimeAsync(2000);
    expect(await left).toBe(true);
    expect(sent('BYE')).toHaveLength(1);
    expect(sent('REGISTER')).toHaveLength(registrations);
  });

  it('repeats a BYE while the far end is away', async () => {
    answers['BYE'] = 480;
    const session = await callAnswered();
    session.terminate();
    const left = ends.leave();
    await vi.advanceTimersByTimeAsync(1600);
    answers['BYE'] = 200;
    await vi.advanceTimersByTimeAsync(4000);
    expect(await left).toBe(true);
    expect(sent('BYE')).toHaveLength(4);
  });

  it('gives up after 32 seconds, and says so', async () => {
    const session = await callAnswered();
    server.goAway();
    session.terminate();
    const left = ends.leave();
    await vi.advanceTimersByTimeAsync(32_000);
    expect(await left).toBe(false);
  });
});
