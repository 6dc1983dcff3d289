import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { silentLogger } from '#core/shared/logger.ts';
import type { SignallingPort } from '#core/signalling/signalling-port.ts';
import type { SubscriptionEvent } from '#core/signalling/subscription.ts';
import { createFakeWebSocketServer, type FakeWebSocketServer } from '#testing/fake-web-socket.ts';
import { headerOf, respondTo } from '#testing/sip-response.ts';
import { createJssipSignalling } from './jssip-signalling.ts';

const summary = 'Messages-Waiting: yes\r\n';
const request = { event: 'message-summary', targetUri: 'sip:bob@example.com' } as const;

let server: FakeWebSocketServer;
let signalling: SignallingPort;
let unsolicited: (readonly string[])[];
/** What the server answers to a SUBSCRIBE. */
let answer: (subscribe: string) => string | null;

const copied = (message: string): string =>
  ['Via', 'From', 'Call-ID', 'CSeq'].map((name) => `${name}: ${headerOf(message, name)}\r\n`).join('');
const respond = (message: string, line: string, ...headers: readonly string[]): string =>
  `SIP/2.0 ${line}\r\n${copied(message)}To: ${headerOf(message, 'To')};tag=server\r\n${headers
    .map((header) => `${header}\r\n`)
    .join('')}Content-Length: 0\r\n\r\n`;
const accept = (message: string): string =>
  respond(
    message,
    '200 OK',
    'Contact: <sip:presence.example.com;transport=ws>',
    `Expires: ${headerOf(message, 'Expires')}`,
  );

const sent = (method: string): readonly string[] =>
  server.sent.filter((message) => message.startsWith(`${method} `));

/** A NOTIFY in the dialog of a SUBSCRIBE. */
const notify = (subscribe: string, state = 'active;expires=3600', body = summary): string =>
  [
    'NOTIFY sip:bob@example.com SIP/2.0',
    `Via: SIP/2.0/WS server.example.com;branch=z9hG4bK${server.sent.length}`,
    'Max-Forwards: 70',
    `From: ${headerOf(subscribe, 'To')};tag=server`,
    `To: ${headerOf(subscribe, 'From')}`,
    `Call-ID: ${headerOf(subscribe, 'Call-ID')}`,
    `CSeq: ${server.sent.length} NOTIFY`,
    'Contact: <sip:presence.example.com;transport=ws>',
    'Event: message-summary',
    `Subscription-State: ${state}`,
    'Content-Type: application/simple-message-summary',
    `Content-Length: ${body.length}`,
    '',
    body,
  ].join('\r\n');

beforeEach(async () => {
  answer = accept;
  unsolicited = [];
  server = createFakeWebSocketServer((message) => {
    if (message.startsWith('REGISTER')) return respondTo(message, 200);
    return message.startsWith('SUBSCRIBE') ? answer(message) : null;
  });
  vi.stubGlobal('WebSocket', server.WebSocket);
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
      onSessionEvent: () => undefined,
      onIncomingSession: () => undefined,
      onUnsolicited: (...notified) => unsolicited.push(notified),
    },
    { createId: () => 's1', instanceId: '7e8d0a3c-3a5b-4a32-8d9f-000000000001', logger: silentLogger },
  );
  signalling.start();
  await vi.waitUntil(() => sent('REGISTER').length > 0);
});

afterEach(async () => {
  await signalling.stop();
  vi.unstubAllGlobals();
});

/** Subscribes, and waits for what comes of it. */
function subscribe() {
  const events: SubscriptionEvent[] = [];
  const end = signalling.subscribe(request, (event) => events.push(event));
  expect(events).toEqual([]);
  return { events, end };
}

describe('a subscription', () => {
  it('brings what is notified, until it is ended', async () => {
    const { events, end } = subscribe();
    await vi.waitUntil(() => sent('SUBSCRIBE').length === 1);
    const [first = ''] = sent('SUBSCRIBE');
    expect([headerOf(first, 'Event'), headerOf(first, 'Accept')]).toEqual([
      'message-summary',
      'application/simple-message-summary',
    ]);
    await Promise.resolve();
    server.deliver(notify(first));
    expect(events).toEqual([{ kind: 'notified', body: summary }]);
    end();
    end();
    expect(sent('SUBSCRIBE').map((message) => headerOf(message, 'Expires'))).toEqual(['3600', '0']);
    server.deliver(notify(first, 'terminated'));
    expect(events).toHaveLength(1);
  });

  it.each(['489 Bad Event', '405 Method Not Allowed', '403 Forbidden', '480 Not there'])(
    'is refused by %s',
    async (line) => {
      answer = (message) => respond(message, line);
      const { events } = subscribe();
      await vi.waitUntil(() => events.length > 0);
      expect(events).toEqual([{ kind: 'refused' }]);
    },
  );

  it('is over when the server ends it, which says when to come back', async () => {
    const { events } = subscribe();
    await vi.waitUntil(() => sent('SUBSCRIBE').length === 1);
    await Promise.resolve();
    server.deliver(notify(sent('SUBSCRIBE')[0] ?? '', 'terminated;reason=probation;retry-after=60'));
    expect(events).toEqual([
      { kind: 'notified', body: summary },
      { kind: 'ended', retryAfterSec: 60 },
    ]);
  });

  it.each([
    ['5', 2500],
    ['1', 2000],
    ['8', 4000],
    ['60', 55_000],
  ])('that is granted for %s s is renewed after %i ms, and not before', async (grantedSec, pauseMs) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    answer = (message) => accept(message).replace(/^Expires: .*$/m, `Expires: ${grantedSec}`);
    subscribe();
    await vi.advanceTimersByTimeAsync(0);
    expect(sent('SUBSCRIBE')).toHaveLength(1);
    for (const count of [2, 3]) {
      await vi.advanceTimersByTimeAsync(pauseMs - 1);
      expect(sent('SUBSCRIBE')).toHaveLength(count - 1);
      await vi.advanceTimersByTimeAsync(1);
      expect(sent('SUBSCRIBE')).toHaveLength(count);
    }
    vi.useRealTimers();
  });

  it('that was ended is not renewed, also where the server has no last word', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { end } = subscribe();
    await vi.advanceTimersByTimeAsync(0);
    end();
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(sent('SUBSCRIBE').map((message) => headerOf(message, 'Expires'))).toEqual(['3600', '0']);
    vi.useRealTimers();
  });

  it('is over at once where there is no connection', async () => {
    server.goAway();
    const { events } = subscribe();
    await vi.waitUntil(() => events.length > 0);
    expect(events).toEqual([{ kind: 'ended', retryAfterSec: null }]);
  });

  it('is ended with the account', async () => {
    subscribe();
    await vi.waitUntil(() => sent('SUBSCRIBE').length === 1);
    await Promise.resolve();
    await signalling.stop();
    expect(headerOf(sent('SUBSCRIBE').at(-1) ?? '', 'Expires')).toBe('0');
  });
});

it('hears what nobody subscribed to', () => {
  const message = notify('From: <sip:bob@example.com>\r\nTo: <sip:bob@example.com>\r\nCall-ID: u1\r\n');
  server.deliver(message);
  expect(unsolicited).toEqual([['message-summary', summary]]);
});

it('says to one who wants to watch it that it is not watched', () => {
  server.deliver(
    [
      'SUBSCRIBE sip:bob@example.com SIP/2.0',
      'Via: SIP/2.0/WS server.example.com;branch=z9hG4bKs',
      'Max-Forwards: 70',
      'From: <sip:alice@example.com>;tag=a',
      'To: <sip:bob@example.com>',
      'Call-ID: watch-1',
      'CSeq: 1 SUBSCRIBE',
      'Contact: <sip:alice.example.com;transport=ws>',
      'Event: dialog',
      'Expires: 600',
      'Content-Length: 0',
      '',
      '',
    ].join('\r\n'),
  );
  expect(server.sent.some((message) => message.startsWith('SIP/2.0 489'))).toBe(true);
});
