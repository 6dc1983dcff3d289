import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileStore } from '@tus/file-store';
import { Metadata, Server } from '@tus/server';

/** What is to go wrong with one of the next requests of a method. */
export interface TusFault {
  readonly method: 'POST' | 'HEAD' | 'PATCH' | 'GET';
  /** `status`: this answer. `hang`: none. `drop-answer`: done, but the connection ends before the answer. `cut`: the connection ends after so many bytes. `known`: 201 with the upload that was created last. `break`: an answer of which only the beginning comes. `says`: done, with these headers besides. */
  readonly what:
    | { readonly kind: 'status'; readonly status: number }
    | { readonly kind: 'hang' | 'drop-answer' | 'known' | 'break' }
    | { readonly kind: 'cut'; readonly afterBytes: number }
    | { readonly kind: 'says'; readonly headers: Readonly<Record<string, string>> };
  /** So many requests of the method pass unharmed first. */
  readonly skip: number;
}

/** What the store has of a recording. */
export interface TusStoreReport {
  readonly created: number;
  /** SHA-256 in hex of the upload that was created last. */
  readonly sha256: string;
  readonly metadata: Readonly<Record<string, string | null>>;
  /** What the last PATCH said once more; null when it said nothing. */
  readonly lastWords: Readonly<Record<string, string | null>> | null;
  /** Bytes of all PATCH requests, whether or not they were kept. */
  readonly receivedBytes: number;
}

/** A running tus server of somebody else, which knows nothing of recordings and can be made to fail. Control: `POST /reset`, `POST /faults` (a list of `TusFault`), `GET /report` (a `TusStoreReport` since the reset). */
export interface TusStore {
  readonly url: string;
  readonly close: () => Promise<void>;
}

const uploadPath = '/uploads';

/** Starts a minimal store on a free port of the loopback. */
export async function startTusStore(): Promise<TusStore> {
  const directory = await mkdtemp(join(tmpdir(), 'tus-store-'));
  const created: { id: string; metadata: TusStoreReport['metadata'] }[] = [];
  let receivedBytes = 0;
  let lastWords: TusStoreReport['lastWords'] = null;
  let faults: TusFault[] = [];

  const tus = new Server({
    path: uploadPath,
    datastore: new FileStore({ directory }),
    exposedHeaders: ['Content-Location', 'Repr-Digest'],
    onUploadCreate(_request, upload) {
      created.push({ id: upload.id, metadata: upload.metadata ?? {} });
      return Promise.resolve({});
    },
    onIncomingRequest(request) {
      const words = request.headers.get('upload-metadata');
      if (request.method === 'PATCH') lastWords = words === null ? null : Metadata.parse(words);
      return Promise.resolve();
    },
  });

  const takeFault = (method: string | undefined): TusFault['what'] | null => {
    const fault = faults.find((candidate) => candidate.method === method);
    if (fault === undefined) return null;
    const rest = fault.skip > 0 ? [{ ...fault, skip: fault.skip - 1 }] : [];
    faults = faults.flatMap((other) => (other === fault ? rest : [other]));
    return fault.skip > 0 ? null : fault.what;
  };

  const report = async (): Promise<TusStoreReport> => {
    const last = created.at(-1);
    const content = last === undefined ? '' : await readFile(join(directory, last.id));
    const sha256 = createHash('sha256').update(content).digest('hex');
    return { created: created.length, sha256, metadata: last?.metadata ?? {}, lastWords, receivedBytes };
  };

  const control = async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    if (request.url === '/report') {
      response.end(JSON.stringify(await report()));
      return true;
    }
    if (request.url === '/reset') {
      faults = [];
      created.length = 0;
      receivedBytes = 0;
      response.end();
      return true;
    }
    if (request.url !== '/faults') return false;
    const body: Buffer[] = [];
    for await (const chunk of request) body.push(chunk as Buffer);
    faults = JSON.parse(Buffer.concat(body).toString()) as TusFault[];
    response.end();
    return true;
  };

  /** By itself: Node 20 dies when whoever asks @tus/server leaves at the last byte. */
  const giveBack = async ({ url = '' }: IncomingMessage, response: ServerResponse): Promise<void> => {
    const upload = created.find(({ id }) => url === `${uploadPath}/${id}`);
    if (upload === undefined) response.writeHead(404).end();
    else response.end(await readFile(join(directory, upload.id)));
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    response.setHeader('access-control-allow-origin', '*');
    // Chromium repeats a request by itself when a connection that it used before breaks: a cut would not be seen.
    response.setHeader('connection', 'close');
    if (await control(request, response)) return;
    const { socket } = request;
    const fault = takeFault(request.method);
    const before = socket.bytesRead;
    if (request.method === 'PATCH') {
      response.once('close', () => (receivedBytes += socket.bytesRead - before));
    }
    switch (fault?.kind) {
      case 'hang':
        return;
      case 'status':
        request.resume().once('end', () => response.writeHead(fault.status).end('Not now.'));
        return;
      case 'known':
        response.setHeader('access-control-expose-headers', 'Location');
        response.setHeader('location', `${uploadPath}/${created.at(-1)?.id ?? ''}`);
        response.writeHead(201).end();
        return;
      case 'drop-answer':
        response.writeHead = () => response;
        response.write = () => true;
        response.end = () => {
          socket.destroy();
          return response;
        };
        break;
      case 'break':
        response.writeHead(200, { 'content-length': '1000' });
        response.write('It ', () => socket.destroy());
        return;
      case 'says':
        response.setHeaders(new Headers(fault.headers));
        break;
      case 'cut': {
        const timer = setInterval(() => {
          if (socket.bytesRead - before > fault.afterBytes) socket.destroy();
        }, 1);
        socket.once('close', () => clearInterval(timer));
        break;
      }
      case undefined:
    }
    if (request.method === 'GET') await giveBack(request, response);
    else await tus.handle(request, response);
  };

  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${String(port)}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(directory, { recursive: true });
    },
  };
}
