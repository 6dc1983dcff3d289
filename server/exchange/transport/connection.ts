import { isUtf8 } from 'node:buffer';
import { randomBytes } from 'node:crypto';
import type { RawData, WebSocket } from 'ws';
import type { Clock } from '#core/shared/clock.ts';
import type { ExchangeLimits } from '../limits.ts';
import { serialise } from '../message/serialise.ts';
import type { Source } from '../message/via.ts';
import type { Flow } from './flow.ts';
import { createMessageAllowance } from './message-allowance.ts';

/** The flow of one WebSocket, as its owner sees it. */
export interface Connection extends Flow {
  /** Bytes that are no SIP message: the CRLF that answers a ping. */
  readonly sendRaw: (text: string) => void;
  /** Closes with a WebSocket close code (RFC 6455 §7.4.1). */
  readonly close: (code: number, reason: string) => void;
}

export interface ConnectionListener {
  readonly onOpened: (connection: Connection) => void;
  readonly onData: (connection: Connection, data: Buffer) => void;
  /** Exactly once, whoever closed it. */
  readonly onClosed: (connection: Connection) => void;
}

/**
 * Turns a WebSocket of the subprotocol `sip` into a flow. Text and binary frames are both read; what is sent goes as
 * text wherever it is UTF-8 (RFC 7118 §5.1). A peer that answers no ping is terminated: a phone whose network
 * vanished sends no close.
 */
export function openConnection(
  socket: WebSocket,
  peer: { readonly source: Source; readonly host: string },
  limits: ExchangeLimits,
  clock: Clock,
  listener: ConnectionListener,
): Connection {
  const allowance = createMessageAllowance(limits, clock.nowMs);
  let alive = true;

  const write = (data: Buffer | string): boolean => {
    if (socket.readyState !== socket.OPEN) return false;
    if (socket.bufferedAmount > limits.maxBufferedBytes) {
      socket.terminate();
      return false;
    }
    socket.send(data, { binary: typeof data !== 'string' && !isUtf8(data) });
    return true;
  };

  const connection: Connection = {
    id: randomBytes(12).toString('base64url'),
    source: peer.source,
    host: peer.host,
    send: (message) => write(serialise(message)),
    sendRaw: (text) => void write(text),
    close: (code, reason) => socket.close(code, reason),
  };

  const ping = () => {
    if (!alive) {
      socket.terminate();
      return;
    }
    alive = false;
    socket.ping();
    cancelPing = clock.setTimer(ping, limits.pingIntervalMs);
  };
  let cancelPing = clock.setTimer(ping, limits.pingIntervalMs);

  socket.on('pong', () => {
    alive = true;
  });
  socket.on('message', (data) => {
    alive = true;
    if (socket.readyState !== socket.OPEN) return;
    if (allowance.take()) listener.onData(connection, toBuffer(data));
    else socket.close(1008, 'Too many messages');
  });
  // `ws` reports a broken frame or an oversize one here and closes by itself; without a listener it would throw.
  socket.on('error', () => undefined);
  socket.once('close', () => {
    cancelPing();
    listener.onClosed(connection);
  });
  listener.onOpened(connection);
  return connection;
}

function toBuffer(data: RawData): Buffer {
  if (Buffer.isBuffer(data)) return data;
  return Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data);
}
