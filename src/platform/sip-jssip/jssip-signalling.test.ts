import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { IncomingSession, SessionEvent } from '#core/signalling/session.ts';
import type { SignallingPort } from '#core/signalling/signalling-port.ts';
import { silentLogger } from '#core/shared/logger.ts';
import { createFakeWebSocketServer, type FakeWebSocketServer } from '#testing/fake-web-socket.ts';
import { headerOf, respondTo } from '#testing/sip-response.ts';
import { createJssipSignalling } from './jssip-signalling.ts';

let server: FakeWebSocketServer;
let signalling: SignallingPort;
let sessions: IncomingSession[];
let events: SessionEvent[];

beforeEach(async () => {
  server = createFakeWebSocketServer();
  sessions = [];
  events = [];
  vi.stubGlobal('WebSocket', server.WebSocket);
  // JsSIP refuses every call where there is none; nothing here gets as far as using it.
  vi.stubGlobal('RTCPeerConnection', Object);
  signalling = createJssipSignalling(
    {
      address: 'bob@example.com',
      displayName: null,
      credentials: { kind: 'password', password: 'p' },
      servers: ['ws://example.com/sip'],
    },
    [],
    {
      onAccountEvent: () => undefined,
      onSessionEvent: (_id, event) => events.push(event),
      onIncomingSession: (session) => sessions.push(session),
    },
    { createId: () => 's1', instanceId: '7e8d0a3c-3a5b-4a32-8d9f-000000000001', logger: silentLogger },
  );
  signalling.start();
  await vi.waitUntil(() => server.sent.some((message) => message.startsWith('REGISTER')));
});

afterEach(async () => {
  server.goAway();
  await signalling.stop();
  vi.unstubAllGlobals();
});

function request(method: string, headers: Readonly<Record<string, string>> = {}): string {
  const fields = {
    Via: 'SIP/2.0/WS trunk.example.com;branch=z9hG4bK1',
    'Max-Forwards': '70',
    From: '<sip:alice@example.com>;tag=x',
    To: '<sip:bob@example.com>',
    'Call-ID': 'cid@trunk',
    CSeq: `1 ${method}`,
    Contact: '<sip:trunk.example.com;transport=ws>',
    'Content-Length': '0',
    ...headers,
  };
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${method} sip:bob@example.com SIP/2.0\r\n${lines.join('')}\r\n`;
}

const response = (status: number) =>
  server.sent.find((message) => message.startsWith(`SIP/2.0 ${status}`)) ?? '';

it.each([
  '<tel:+15551234567>;tag=x',
  'tel:+15551234567;tag=x',
  'Жанна <sip:j@example.com>;tag=x',
  '"BEL \u0007" <sip:bell@example.com>;tag=x',
])('rings for %s, and answers with the From that was sent', (from) => {
  server.deliver(request('INVITE', { From: from }));
  expect(sessions[0]).toMatchObject({ from, to: '<sip:bob@example.com>', headers: { From: from } });
  expect(headerOf(response(100), 'From')).toBe(from);
  expect(headerOf(response(180), 'From')).toBe(from);

  server.deliver(request('CANCEL', { From: from }));
  expect(headerOf(response(487), 'From')).toBe(from);
});

it('rings when its own name is written in UTF-8, in a binary message too', () => {
  const to = 'Жанна <sip:bob@example.com>';
  const bytes = new TextEncoder().encode(request('INVITE', { To: to }));
  server.deliver(bytes.buffer);
  expect(sessions[0]?.to).toBe(to);
  expect(headerOf(response(180), 'To')).toMatch(/^Жанна <sip:bob@example\.com>;tag=\w+$/);
});

it('refuses a call that requires what it does not know, and names it', () => {
  server.deliver(request('INVITE', { Require: 'timer, nonsense', require: '100rel' }));
  expect(sessions).toEqual([]);
  expect(response(180)).toBe('');
  expect(headerOf(response(420), 'Unsupported')).toBe('nonsense, 100rel');
});

it('takes a call that requires what it knows', () => {
  server.deliver(request('INVITE', { Require: 'Timer' }));
  expect(sessions).toHaveLength(1);
});

it('rings no longer than it could answer', () => {
  server.deliver(request('INVITE'));
  expect(events).toEqual([]);
  server.goAway();
  expect(events).toMatchObject([
    { kind: 'ended', state: 'Failed', end: { cause: 'connection-lost', initiator: 'unknown' } },
  ]);
});

it('takes back the binding that it was still asking for when it left', async () => {
  const registers = () => server.sent.filter((message) => message.startsWith('REGISTER'));
  const answer = (index: number) => server.deliver(respondTo(registers()[index] ?? '', 200));
  const leaving = signalling.stop();
  answer(0);
  await vi.waitUntil(() => registers().length === 2);
  expect(headerOf(registers()[1] ?? '', 'Expires')).toBe('0');
  expect(headerOf(registers()[1] ?? '', 'Call-ID')).toBe(headerOf(registers()[0] ?? '', 'Call-ID'));
  answer(1);
  await leaving;
});
