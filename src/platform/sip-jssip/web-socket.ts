import type { Socket } from 'jssip';
import type { PhoneErrorDetail } from '#core/errors/phone-error.ts';
import { createConnectionWatch } from './connection-watch.ts';
import { toCallableReferTo } from './callable-refer-to.ts';
import { toReadable, toSent } from './readable-message.ts';

/** How long a WebSocket may stay in CONNECTING: browsers wait for minutes when packets are swallowed. */
const connectTimeoutMs = 10_000;

/** What a connection needs from outside. */
export interface WebSocketDeps {
  /** The account's: where a number is called that a REFER names. */
  readonly domain: string;
  /** Called with the reason before JsSIP hears of a connection that could not be opened or was lost. */
  readonly onFailure: (error: PhoneErrorDetail) => void;
  /** A message was so malformed that JsSIP failed on it. It is dropped. */
  readonly onUnreadable: (error: unknown) => void;
  /** Sends something that the server has to answer, to see whether the connection is still there. */
  readonly ask: () => void;
}

/**
 * SIP over WebSocket (RFC 7118) as JsSIP's `Socket`. JsSIP's own leaves two failures unreported: a constructor that
 * throws (ws:// on an https page) and a connection that never opens; and it takes one that says nothing any more for open. Its methods must not be async functions. JsSIP gets
 * each message as it can read it, the peer as it expects it.
 * Throws a TypeError for a URL that is none.
 */
export function createWebSocket(
  url: string,
  { domain, onFailure, onUnreadable, ask }: WebSocketDeps,
): Socket {
  const { protocol, host } = new URL(url);
  const decoder = new TextDecoder();
  let webSocket: WebSocket | null = null;
  let opened = false;
  let connectTimer: ReturnType<typeof setTimeout> | undefined;

  const fail = (error: PhoneErrorDetail, code?: number, reason?: string) => {
    close();
    onFailure(error);
    socket.ondisconnect(true, code, reason);
  };

  const watch = createConnectionWatch(ask, () =>
    fail({ code: 'signalling/transport-lost', details: `${url} says nothing any more` }),
  );

  const close = () => {
    clearTimeout(connectTimer);
    watch.stop();
    if (webSocket === null) return;
    webSocket.onopen = webSocket.onclose = webSocket.onmessage = null;
    webSocket.close();
    webSocket = null;
  };

  const isIn = (state: number) => webSocket !== null && webSocket.readyState === state;

  const socket: Socket = {
    url,
    sip_uri: `sip:${host};transport=ws`,
    via_transport: protocol === 'wss:' ? 'WSS' : 'WS',
    isConnected: () => isIn(WebSocket.OPEN),
    isConnecting: () => isIn(WebSocket.CONNECTING),
    connect() {
      if (socket.isConnected() || socket.isConnecting()) return;
      close();
      opened = false;
      try {
        webSocket = new WebSocket(url, 'sip');
      } catch (error) {
        // JsSIP expects the news after connect() has returned.
        queueMicrotask(() => fail({ code: 'signalling/insecure-server', details: String(error) }));
        return;
      }
      webSocket.binaryType = 'arraybuffer';
      webSocket.onopen = () => {
        clearTimeout(connectTimer);
        opened = true;
        watch.start();
        socket.onconnect();
      };
      webSocket.onmessage = ({ data }: MessageEvent<unknown>) => {
        watch.onMessage();
        try {
          const message = typeof data === 'string' ? data : decoder.decode(data as ArrayBuffer);
          socket.ondata(toReadable(toCallableReferTo(message, domain)));
        } catch (error) {
          onUnreadable(error);
        }
      };
      webSocket.onclose = ({ code, reason }) =>
        fail(
          {
            code: opened ? 'signalling/transport-lost' : 'signalling/server-unreachable',
            details: `${url} (${code})`,
          },
          code,
          reason,
        );
      connectTimer = setTimeout(
        () => fail({ code: 'signalling/server-unreachable', details: `${url} did not answer in time` }),
        connectTimeoutMs,
      );
    },
    disconnect: close,
    send(message) {
      if (webSocket === null || !socket.isConnected()) return false;
      webSocket.send(toSent(message as string));
      return true;
    },
    onconnect() {},
    ondisconnect() {},
    ondata() {},
  };
  return socket;
}
