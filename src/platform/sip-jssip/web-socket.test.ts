import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PhoneErrorDetail } from '#core/errors/phone-error.ts';
import { createWebSocket } from './web-socket.ts';

/** A browser's WebSocket whose network is the test. */
class FakeWebSocket {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSED = 3;
  readonly sent: string[] = [];
  readyState = FakeWebSocket.CONNECTING;
  onopen: (() => void) | null = null;
  onclose: ((event: { readonly code: number; readonly reason: string }) => void) | null = null;
  onmessage: ((event: { readonly data: unknown }) => void) | null = null;
  readonly url: string;
  readonly protocol: string;

  constructor(url: string, protocol: string) {
    this.url = url;
    this.protocol = protocol;
    opened.push(this);
  }
  send(message: string) {
    this.sent.push(message);
  }
  close() {
    this.readyState = FakeWebSocket.CLOSED;
  }
  open() {
    this.readyState = FakeWebSocket.OPEN;
    this.onopen?.();
  }
  /** Tells of the end as a browser does: later than whoever asked for it. */
  break(code = 1006, reason = '') {
    this.readyState = FakeWebSocket.CLOSED;
    this.onclose?.({ code, reason });
  }
}

const url = 'wss://sip.example.com:7443/ws';
const opened: FakeWebSocket[] = [];

/** The constructor of a browser that refuses, as for ws:// on an https page. */
function refuse() {
  throw new DOMException('An insecure WebSocket connection may not be initiated', 'SecurityError');
}

/** Tells nobody anything. */
const quiet = {
  domain: 'localhost',
  onFailure: () => undefined,
  onUnreadable: () => undefined,
  ask: () => undefined,
};

/** A socket as JsSIP holds it, with what it was told in order. */
function openSocket() {
  const told: (string | PhoneErrorDetail)[] = [];
  const socket = createWebSocket(url, {
    domain: 'localhost',
    onFailure: (error) => told.push(error),
    onUnreadable: (error) => told.push(String(error)),
    ask: () => told.push('asked'),
  });
  socket.onconnect = () => told.push('connected');
  socket.ondisconnect = (error, code) => told.push(`disconnected ${String(error)} ${String(code)}`);
  socket.ondata = (data: unknown) => told.push(`data ${String(data)}`);
  const webSocket = () => {
    const last = opened.at(-1);
    if (last === undefined) throw new Error('No WebSocket was made.');
    return last;
  };
  return { socket, told, webSocket };
}

describe('createWebSocket', () => {
  beforeEach(() => {
    opened.length = 0;
    vi.useFakeTimers();
    vi.stubGlobal('WebSocket', FakeWebSocket);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('speaks sip to the URL, and names the transport as SIP does', () => {
    const { socket, webSocket } = openSocket();
    expect(socket).toMatchObject({
      url,
      sip_uri: 'sip:sip.example.com:7443;transport=ws',
      via_transport: 'WSS',
    });
    socket.connect();
    expect(webSocket()).toMatchObject({ url, protocol: 'sip' });
    expect(createWebSocket('ws://localhost/sip', quiet).via_transport).toBe('WS');
    expect(() => createWebSocket('not a URL', quiet)).toThrow(TypeError);
  });

  it('carries messages both ways while it is open', () => {
    const { socket, told, webSocket } = openSocket();
    expect(socket.send('too early')).toBe(false);
    socket.connect();
    expect([socket.isConnecting(), socket.send('too early')]).toEqual([true, false]);
    webSocket().open();
    expect([socket.isConnected(), socket.isConnecting()]).toEqual([true, false]);
    expect(socket.send('OPTIONS')).toBe(true);
    webSocket().onmessage?.({ data: 'SIP/2.0 200 OK' });
    webSocket().onmessage?.({ data: new TextEncoder().encode('SIP/2.0 100 Trying').buffer });
    expect(webSocket().sent).toEqual(['OPTIONS']);
    expect(told).toEqual(['connected', 'data SIP/2.0 200 OK', 'data SIP/2.0 100 Trying']);
  });

  it('drops a message on which JsSIP fails, and takes the next', () => {
    const { socket, told, webSocket } = openSocket();
    const take = socket.ondata.bind(socket);
    socket.ondata = (data) => {
      if (data === 'INVITE cip:a@b SIP/2.0') throw new TypeError('no user');
      take(data);
    };
    socket.connect();
    webSocket().open();
    webSocket().onmessage?.({ data: 'INVITE cip:a@b SIP/2.0' });
    webSocket().onmessage?.({ data: 'OPTIONS' });
    expect(told).toEqual(['connected', 'TypeError: no user', 'data OPTIONS']);
  });

  it('opens one connection, however often it is asked', () => {
    const { socket, webSocket } = openSocket();
    socket.connect();
    socket.connect();
    webSocket().open();
    socket.connect();
    expect(opened).toHaveLength(1);
  });

  it('tells a server that cannot be reached from a connection that was lost, and why before that', () => {
    const { socket, told, webSocket } = openSocket();
    socket.connect();
    webSocket().break();
    socket.connect();
    webSocket().open();
    webSocket().break(1001, 'Going away');
    expect(told).toEqual([
      { code: 'signalling/server-unreachable', details: `${url} (1006)` },
      'disconnected true 1006',
      'connected',
      { code: 'signalling/transport-lost', details: `${url} (1001)` },
      'disconnected true 1001',
    ]);
    socket.connect();
    webSocket().break();
    expect(told.at(-2)).toMatchObject({ code: 'signalling/server-unreachable' });
  });

  it('gives a connection ten seconds to open, and lets it go after that', () => {
    const { socket, told, webSocket } = openSocket();
    socket.connect();
    vi.advanceTimersByTime(9999);
    expect(told).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(told).toEqual([
      { code: 'signalling/server-unreachable', details: `${url} did not answer in time` },
      'disconnected true undefined',
    ]);
    expect([webSocket().readyState, socket.isConnecting()]).toEqual([FakeWebSocket.CLOSED, false]);
    webSocket().break();
    expect(told).toHaveLength(2);
  });

  it('asks a server that has said nothing for 25 s, and is content with any answer', () => {
    const { socket, told, webSocket } = openSocket();
    socket.connect();
    webSocket().open();
    vi.advanceTimersByTime(24_000);
    webSocket().onmessage?.({ data: 'NOTIFY' });
    vi.advanceTimersByTime(24_999);
    expect(told).toEqual(['connected', 'data NOTIFY']);
    vi.advanceTimersByTime(1);
    expect(told.at(-1)).toBe('asked');
    vi.advanceTimersByTime(9999);
    webSocket().onmessage?.({ data: 'SIP/2.0 405' });
    vi.advanceTimersByTime(24_999);
    expect(told.slice(2)).toEqual(['asked', 'data SIP/2.0 405']);
  });

  it.each([
    ['10 s after it was asked', () => vi.advanceTimersByTime(25_000), 10_000],
    ['4 s after the network has changed', () => dispatchEvent(new Event('online')), 4000],
  ])('is lost when nothing comes %s', (_when, ask, patienceMs) => {
    const { socket, told, webSocket } = openSocket();
    socket.connect();
    webSocket().open();
    ask();
    vi.advanceTimersByTime(patienceMs - 1);
    expect(told).toEqual(['connected', 'asked']);
    vi.advanceTimersByTime(1);
    expect(told.slice(2)).toEqual([
      { code: 'signalling/transport-lost', details: `${url} says nothing any more` },
      'disconnected true undefined',
    ]);
    dispatchEvent(new Event('online'));
    vi.advanceTimersByTime(60_000);
    expect(told).toHaveLength(4);
  });

  it('reports a URL that the browser refuses, after connect has returned, and may be tried again', async () => {
    const { socket, told } = openSocket();
    vi.stubGlobal('WebSocket', refuse);
    socket.connect();
    expect(told).toEqual([]);
    await Promise.resolve();
    expect(told).toEqual([
      {
        code: 'signalling/insecure-server',
        details: 'SecurityError: An insecure WebSocket connection may not be initiated',
      },
      'disconnected true undefined',
    ]);
    expect([socket.isConnected(), socket.isConnecting(), socket.send('x')]).toEqual([false, false, false]);

    vi.stubGlobal('WebSocket', FakeWebSocket);
    socket.connect();
    expect(opened).toHaveLength(1);
  });

  it('is silent after it was told to disconnect', () => {
    const { socket, told, webSocket } = openSocket();
    socket.connect();
    socket.disconnect();
    webSocket().break();
    vi.advanceTimersByTime(60_000);
    expect(told).toEqual([]);
    expect(webSocket().readyState).toBe(FakeWebSocket.CLOSED);
  });
});
