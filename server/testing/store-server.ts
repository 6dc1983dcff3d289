import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentLogger } from '#core/shared/logger.ts';
import { createWebServer } from '../http/web-server.ts';
import { openRecordingStore, type RecordingStoreOptions } from '../store/recording-store.ts';

/** A recording store behind real HTTP on a free port of this machine. */
export interface StoreServer {
  readonly dataDirectory: string;
  /** `http://127.0.0.1:PORT`. It stays the same over a restart. */
  readonly origin: string;
  /** Cuts every connection, as a crash does, and starts again on the same data and port. */
  readonly restart: (changes?: Partial<RecordingStoreOptions>) => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function startStoreServer(options: Partial<RecordingStoreOptions> = {}): Promise<StoreServer> {
  const dataDirectory = options.dataDirectory ?? (await mkdtemp(join(tmpdir(), 'sidetone-store-')));
  let running = await start({ logger: silentLogger, ...options, dataDirectory }, 0);
  const { port } = running;
  return {
    dataDirectory,
    origin: `http://127.0.0.1:${port}`,
    async restart(changes = {}) {
      await running.stop();
      running = await start({ logger: silentLogger, ...options, ...changes, dataDirectory }, port);
    },
    async close() {
      await running.stop();
      await rm(dataDirectory, { recursive: true, force: true });
    },
  };
}

async function start(options: RecordingStoreOptions, port: number) {
  const store = await openRecordingStore(options);
  const http = createWebServer({
    phone: (_request, response) => response.writeHead(404).end(),
    store,
    exchange: { handleUpgrade: (_request, socket) => socket.destroy() },
    logger: options.logger,
    host: '127.0.0.1',
    allowedOrigins: options.allowedOrigins ?? [],
  });
  await new Promise<void>((resolve) => http.listen(port, '127.0.0.1', resolve));
  return {
    port: (http.address() as AddressInfo).port,
    stop: async () => {
      const closed = new Promise((resolve) => http.close(resolve));
      http.closeAllConnections();
      await closed;
      await store.close();
    },
  };
}
