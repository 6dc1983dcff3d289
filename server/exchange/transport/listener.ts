import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { Clock } from '#core/shared/clock.ts';
import type { ExchangeLimits } from '../limits.ts';
import { readHostPort } from '../message/uri.ts';
import { openConnection, type Connection, type ConnectionListener } from './connection.ts';

export interface Listener {
  readonly handleUpgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  /** Closes every WebSocket with 1001, terminates those that do not follow, and resolves when all are gone. */
  readonly close: () => Promise<void>;
}

/** How long a peer may take to answer a close frame. */
const closeGraceMs = 1000;

/** Accepts WebSockets of the subprotocol `sip` (RFC 7118 §4). */
export function createListener(limits: ExchangeLimits, clock: Clock, listener: ConnectionListener): Listener {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: limits.maxFrameBytes,
    perMessageDeflate: false,
    handleProtocols: (offered) => (offered.has('sip') ? 'sip' : false),
  });
  const connections = new Set<Connection>();
  let closing = false;

  return {
    handleUpgrade(request, socket, head) {
      socket.on('error', () => socket.destroy());
      if (closing || connections.size >= limits.maxConnections) {
        refuse(socket, '503 Service Unavailable');
        return;
      }
      if (!offersSip(request)) {
        refuse(socket, '400 Bad Request');
        return;
      }
      server.handleUpgrade(request, socket, head, (webSocket) => {
        openConnection(webSocket, peerOf(request), limits, clock, {
          onOpened(connection) {
            connections.add(connection);
            listener.onOpened(connection);
          },
          onData: listener.onData,
          onClosed(connection) {
            connections.delete(connection);
            listener.onClosed(connection);
          },
        });
      });
    },
    async close() {
      closing = true;
      const sockets = [...server.clients];
      const gone = sockets.map((each) => new Promise((resolve) => each.once('close', resolve)));
      for (const each of sockets) each.close(1001, 'Going away');
      const cancel = clock.setTimer(() => {
        for (const each of sockets) each.terminate();
      }, closeGraceMs);
      await Promise.all(gone);
      cancel();
      server.close();
    },
  };
}

/** Without the subprotocol a client would not be told apart from any other WebSocket. */
const offersSip = (request: IncomingMessage): boolean =>
  (request.headers['sec-websocket-protocol'] ?? '').split(',').some((offered) => offered.trim() === 'sip');

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

function peerOf(request: IncomingMessage) {
  const { remoteAddress = '', remotePort = 0 } = request.socket;
  return {
    source: { address: remoteAddress.replace(/^::ffff:/u, ''), port: remotePort },
    host: readHostPort(request.headers.host ?? '')?.host ?? '',
  };
}
