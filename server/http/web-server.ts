import {
  createServer,
  STATUS_CODES,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Logger } from '#core/shared/logger.ts';
import type { RecordingStore } from '../store/recording-store.ts';
import { createHostCheck } from './host.ts';
import { classifyOrigin } from './origin.ts';
import { sendText } from './respond.ts';
import { setSecurityHeaders } from './security-headers.ts';
import type { PhoneHost } from './static-host.ts';

const sipPath = '/sip';

/** What takes over connections that ask for SIP over WebSocket (RFC 7118). */
export interface UpgradeHandler {
  readonly handleUpgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
}

export interface WebServerParts {
  readonly phone: PhoneHost;
  readonly store: Pick<RecordingStore, 'owns' | 'handle'>;
  readonly exchange: UpgradeHandler;
  readonly logger: Logger;
  /** Where it will listen. A request that names another host is refused. */
  readonly host: string;
  /** Origins of other hosts whose pages may use the exchange, and those of a proxy that leads here. */
  readonly allowedOrigins: readonly string[];
  /** True for an upgrade away from `sipPath` that somebody else answers. The others are refused. */
  readonly leavesUpgradeTo?: (request: IncomingMessage) => boolean;
}

/** A connection on which nothing moved for so long is closed; an upload that goes on may take as long as it takes. */
const idleTimeoutMs = 120_000;

/** One HTTP server for the phone, the recording store and the exchange. No request can end the process. */
export function createWebServer(parts: WebServerParts): Server {
  const { phone, store, exchange, logger, allowedOrigins, leavesUpgradeTo } = parts;
  const checkHost = createHostCheck(parts);
  // A request without Host is refused below, in words.
  const server = createServer({ requireHostHeader: false }, (request, response) => {
    setSecurityHeaders(response, pathOf(request));
    response.on('error', () => undefined);
    const misdirected = checkHost(request);
    if (misdirected !== null) {
      sendText(response, misdirected.status, misdirected.sentence);
      return;
    }
    answer(request, response, { phone, store }).catch((error: unknown) => {
      if (!isDisconnect(error)) {
        logger.error('A request failed.', { method: request.method, url: request.url, error: String(error) });
      }
      if (response.headersSent) response.destroy();
      else sendText(response, 500, 'The server could not do this. Its log says why.');
    });
  });
  server.requestTimeout = 0;
  server.timeout = idleTimeoutMs;

  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => undefined);
    const misdirected = checkHost(request);
    if (misdirected !== null) {
      refuse(socket, misdirected.status);
    } else if (pathOf(request) === sipPath) {
      // Browsers let every page open a WebSocket to every host: only the Origin tells a stranger's page from ours.
      if (classifyOrigin(request, allowedOrigins) === 'foreign') {
        refuse(socket, 403);
        return;
      }
      try {
        exchange.handleUpgrade(request, socket, head);
      } catch (error) {
        logger.error('A WebSocket could not be opened.', { error: String(error) });
        socket.destroy();
      }
    } else if (leavesUpgradeTo?.(request) !== true) {
      refuse(socket, 404);
    }
  });
  server.on('clientError', (_error, socket: Socket) => {
    if (socket.writable) refuse(socket, 400);
    else socket.destroy();
  });
  return server;
}

function refuse(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { phone, store }: Pick<WebServerParts, 'phone' | 'store'>,
): Promise<void> {
  const path = pathOf(request);
  if (store.owns(path)) await store.handle(request, response);
  else if (path === sipPath) {
    response.setHeader('upgrade', 'websocket');
    sendText(response, 426, 'This is the address for SIP over WebSocket.');
  } else phone(request, response);
}

const pathOf = (request: IncomingMessage): string => (request.url ?? '/').split('?', 1)[0] ?? '/';

const disconnectCodes = new Set([
  'ECONNRESET',
  'EPIPE',
  'ERR_STREAM_PREMATURE_CLOSE',
  'ERR_STREAM_DESTROYED',
]);

function isDisconnect(error: unknown): boolean {
  return error instanceof Error && 'code' in error && disconnectCodes.has(String(error.code));
}
