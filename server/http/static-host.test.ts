import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, request, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadStaticFiles } from './static-files.ts';
import { createStaticHost } from './static-host.ts';

const page = '<!doctype html><title>Sidetone</title>';
const script = 'console.log("a script that is worth compressing")';
let directory = '';
let server: Server;
let port = 0;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'sidetone-static-'));
  await mkdir(join(directory, 'assets'));
  await writeFile(join(directory, 'index.html'), page);
  await writeFile(join(directory, 'config.json'), '{}');
  await writeFile(join(directory, '.secret'), 'x');
  await writeFile(join(directory, 'assets', 'index-1a2b.js'), script);
  await writeFile(join(directory, 'assets', 'index-1a2b.js.br'), brotliCompressSync(script));
  await writeFile(join(directory, 'assets', 'index-1a2b.js.gz'), gzipSync(script));
  await writeFile(join(directory, 'ring.mp3'), Buffer.from('0123456789'));
  server = createServer(createStaticHost(await loadStaticFiles(directory)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ({ port } = server.address() as AddressInfo);
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await rm(directory, { recursive: true });
});

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Sends a path as it stands and takes the body as it comes, without decoding it. */
const send = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> =>
  new Promise((resolve, reject) => {
    request({ hostname: '127.0.0.1', port, path, headers, method }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    })
      .on('error', reject)
      .end();
  });

describe('the static host', () => {
  it.each(['/', '/?account=alice', '/index.html', '/settings', '/calls/1'])(
    'serves the page at %s, and lets nobody show an old one unasked',
    async (path) => {
      const { status, headers, body } = await send(path);
      expect(status).toBe(200);
      expect(headers['content-type']).toBe('text/html; charset=utf-8');
      expect(headers['cache-control']).toBe('no-cache');
      expect(body.toString()).toBe(page);
    },
  );

  it('lets hashed files be cached for ever and the settings not', async () => {
    expect((await send('/assets/index-1a2b.js')).headers['cache-control']).toBe(
      'public, max-age=31536000, immutable',
    );
    expect((await send('/config.json')).headers['cache-control']).toBe('no-cache');
  });

  it('sends the smallest form that the browser takes', async () => {
    const brotli = await send('/assets/index-1a2b.js', { 'accept-encoding': 'gzip, deflate, br' });
    expect(brotli.headers).toMatchObject({ 'content-encoding': 'br', vary: 'accept-encoding' });
    expect(brotli.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(brotliDecompressSync(brotli.body).toString()).toBe(script);
    const gzip = await send('/assets/index-1a2b.js', { 'accept-encoding': 'gzip, br;q=0' });
    expect(gzip.headers['content-encoding']).toBe('gzip');
    const plain = await send('/assets/index-1a2b.js');
    expect(plain.headers).not.toHaveProperty('content-encoding');
    expect(plain.body.toString()).toBe(script);
    expect(plain.headers.etag).not.toBe(brotli.headers.etag);
  });

  it('does not send again what the browser has', async () => {
    const { headers } = await send('/');
    const again = await send('/', { 'if-none-match': headers.etag ?? '' });
    expect(again.status).toBe(304);
    expect(again.body.byteLength).toBe(0);
  });

  it('serves byte ranges, which players of ring tones ask for', async () => {
    const part = await send('/ring.mp3', { range: 'bytes=2-4' });
    expect(part.status).toBe(206);
    expect(part.headers['content-range']).toBe('bytes 2-4/10');
    expect(part.body.toString()).toBe('234');
    expect((await send('/ring.mp3', { range: 'bytes=10-' })).status).toBe(416);
  });

  it('answers HEAD without a body', async () => {
    const { status, headers, body } = await send('/', {}, 'HEAD');
    expect(status).toBe(200);
    expect(headers['content-length']).toBe(String(page.length));
    expect(body.byteLength).toBe(0);
  });

  it.each([
    '/assets/index-old.js',
    '/.secret',
    '/assets/index-1a2b.js.br',
    '/../package.json',
    '/favicon.ico',
  ])('has no %s', async (path) => {
    expect((await send(path)).status).toBe(404);
  });

  it('takes no other methods', async () => {
    const { status, headers } = await send('/', {}, 'POST');
    expect(status).toBe(405);
    expect(headers.allow).toBe('GET, HEAD');
  });

  it('goes on when the files are gone from the disk', async () => {
    await rm(join(directory, 'assets'), { recursive: true });
    expect((await send('/assets/index-1a2b.js')).body.toString()).toBe(script);
  });
});
