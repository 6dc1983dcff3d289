import { mkdir, rm, writeFile } from 'node:fs/promises';
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { demoAccounts } from './exchange/demo-accounts.ts';
import { createExchange } from './exchange/exchange.ts';
import { loadStaticFiles } from './http/static-files.ts';
import { createStaticHost, type PhoneHost } from './http/static-host.ts';
import { sendText } from './http/respond.ts';
import { createWebServer } from './http/web-server.ts';
import { StartError } from './server-settings.ts';
import {
  openRecordingStore,
  type RecordingStore,
  type RecordingStoreOptions,
} from './store/recording-store.ts';

/** The SIP domain of the demo accounts: `alice@localhost`. */
const demoDomain = 'localhost';

export interface SidetoneServerOptions extends RecordingStoreOptions {
  /** The directory of the built phone, or what serves it instead and may share the HTTP server. Default `dist/phone`. */
  readonly phone?: string | ((http: Server) => Promise<PhoneHost>);
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
  readonly leavesUpgradeTo?: (request: IncomingMessage) => boolean;
}

/** The phone, the exchange and the recording store on one origin. */
export interface SidetoneServer {
  /** Address of the page, without a slash at its end. */
  readonly url: string;
  /** Ends every call and connection; an upload under way can be resumed later. When it resolves nothing is written to the data directory any more. Idempotent. */
  readonly close: () => Promise<void>;
}

/**
 * Starts the server; it listens when this resolves. Rejects with a StartError when there is no built phone, the data
 * directory cannot be written or the port cannot be had.
 */
export async function createSidetoneServer(options: SidetoneServerOptions): Promise<SidetoneServer> {
  const { logger, host, port, phone = 'dist/phone', leavesUpgradeTo = () => false } = options;
  const builtPhone = typeof phone === 'string' ? await openPhone(phone) : null;
  const store = await openStore(options);
  const exchange = createExchange({ domain: demoDomain, accounts: demoAccounts, logger });
  let phoneHost: PhoneHost = builtPhone ?? sayNotReady;
  const http = createWebServer({
    phone: (request, response) => phoneHost(request, response),
    store,
    exchange,
    logger,
    host,
    allowedOrigins: options.allowedOrigins ?? [],
    leavesUpgradeTo,
  });
  const upgraded = trackUpgrades(http);
  const closeAll = async () => {
    await exchange.close();
    await closeHttp(http, upgraded);
    // The bytes that have come are still on their way to the disk when their connection is gone.
    await store.close();
  };

  try {
    const url = await listen(http, host, port);
    if (typeof phone !== 'string') phoneHost = await phone(http);
    let closed: Promise<void> | null = null;
    return { url, close: () => (closed ??= closeAll()) };
  } catch (error) {
    await closeAll();
    throw error;
  }
}

const sayNotReady: PhoneHost = (_request, response) =>
  sendText(response, 503, 'The phone is being prepared.');

async function openPhone(directory: string): Promise<PhoneHost> {
  const files = await loadStaticFiles(directory).catch(() => null);
  if (files?.has('/index.html') !== true) {
    throw new StartError(`There is no built phone in ${directory}: "npm start" builds one.`);
  }
  return createStaticHost(files);
}

async function openStore(options: RecordingStoreOptions): Promise<RecordingStore> {
  const { s3, dataDirectory } = options;
  if (s3 === undefined) {
    await checkWritable(dataDirectory);
    return openRecordingStore(options);
  }
  try {
    return await openRecordingStore(options);
  } catch (error) {
    const why = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    throw new StartError(
      `S3_BUCKET, ${s3.bucket}, cannot be read (${why}): check S3_ENDPOINT, AWS_REGION and the AWS credentials.`,
      error,
    );
  }
}

async function checkWritable(directory: string): Promise<void> {
  const probe = join(directory, '.write-probe');
  try {
    await mkdir(directory, { recursive: true });
    await writeFile(probe, '');
    await rm(probe);
  } catch (error) {
    throw new StartError(`DATA_DIR, ${directory}, cannot be written: choose a directory that can.`, error);
  }
}

async function listen(http: Server, host: string, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    http.once('error', (error: NodeJS.ErrnoException) => reject(explainListenError(error, host, port)));
    http.listen(port, host, resolve);
  });
  http.on('error', () => undefined);
  const { port: boundPort } = http.address() as AddressInfo;
  const isLoopback = host === '127.0.0.1' || host === '::1' || host === 'localhost';
  const isEveryInterface = host === '0.0.0.0' || host === '::';
  const name = isLoopback || isEveryInterface ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${boundPort}`;
}

function explainListenError(error: NodeJS.ErrnoException, host: string, port: number): StartError {
  const sentences: Readonly<Record<string, string>> = {
    EADDRINUSE: `Port ${port} is in use by another program: stop it, or choose another port with PORT.`,
    EACCES: `Port ${port} may not be used by this account: choose one above 1023 with PORT.`,
    EADDRNOTAVAIL: `HOST, ${host}, is not an address of this machine.`,
    ENOTFOUND: `HOST, ${host}, is not an address of this machine.`,
  };
  return new StartError(
    sentences[error.code ?? ''] ?? `The server could not listen on ${host}, port ${port}: ${error.message}.`,
    error,
  );
}

/** Node stops to count a connection as HTTP once it is upgraded; whoever closes the server must end it all the same. */
function trackUpgrades(http: Server): ReadonlySet<Duplex> {
  const upgraded = new Set<Duplex>();
  http.on('upgrade', (_request: IncomingMessage, socket: Duplex) => {
    upgraded.add(socket);
    socket.once('close', () => upgraded.delete(socket));
  });
  return upgraded;
}

async function closeHttp(http: Server, upgraded: ReadonlySet<Duplex>): Promise<void> {
  const ended = new Promise<void>((resolve) => {
    http.close(() => resolve());
  });
  http.closeAllConnections();
  for (const socket of upgraded) socket.destroy();
  await ended;
}
