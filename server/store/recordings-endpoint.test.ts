import { request } from 'node:http';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordingMeta, wavFile } from '../testing/recordings.ts';
import { startStoreServer, type StoreServer } from '../testing/store-server.ts';
import { uploadWithTus } from '../testing/tus-upload.ts';

const file = wavFile(1000);
let server: StoreServer;
beforeAll(async () => {
  server = await startStoreServer({ allowedOrigins: ['https://desk.example'] });
  await uploadWithTus(server.origin, recordingMeta(), file);
});
afterAll(() => server.close());

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(`${server.origin}${path}`, { headers, method });

/** Sends a path exactly as it stands; `fetch` would tidy it. */
const getRaw = (path: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(server.origin);
    request({ hostname, port, path }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });

describe('a stored file', () => {
  it('is served whole', async () => {
    const response = await get('/recordings/rec-1');
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'audio/wav',
      'content-length': String(file.byteLength),
      'accept-ranges': 'bytes',
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    });
    expect(response.headers.has('content-disposition')).toBe(false);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(file);
  });

  it('is served in ranges', async () => {
    const response = await get('/recordings/rec-1', { range: 'bytes=44-143' });
    expect(response.status).toBe(206);
    expect(response.headers.get('content-range')).toBe(`bytes 44-143/${file.byteLength}`);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(file.subarray(44, 144));
    const end = await get('/recordings/rec-1', { range: 'bytes=-4' });
    expect(Buffer.from(await end.arrayBuffer())).toEqual(file.subarray(-4));
  });

  it('answers 416 to a range beyond its end', async () => {
    const response = await get('/recordings/rec-1', { range: `bytes=${file.byteLength}-` });
    expect(response.status).toBe(416);
    expect(response.headers.get('content-range')).toBe(`bytes */${file.byteLength}`);
  });

  it('is not sent again to whoever has it, and a range of another version is not mixed in', async () => {
    const etag = (await get('/recordings/rec-1')).headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[^"]+"$/);
    expect((await get('/recordings/rec-1', { 'if-none-match': etag })).status).toBe(304);
    const range = 'bytes=0-9';
    expect((await get('/recordings/rec-1', { range, 'if-range': etag })).status).toBe(206);
    expect((await get('/recordings/rec-1', { range, 'if-range': '"other"' })).status).toBe(200);
  });

  it('answers HEAD with the same headers and no body', async () => {
    const response = await get('/recordings/rec-1', {}, 'HEAD');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-length')).toBe(String(file.byteLength));
    expect((await response.arrayBuffer()).byteLength).toBe(0);
  });

  it('is saved under a name that says when it began', async () => {
    const response = await get('/recordings/rec-1?download');
    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename="2026-01-02T03-04-05Z-rec-1.wav"',
    );
    await response.arrayBuffer();
  });

  it('cannot be changed', async () => {
    const response = await get('/recordings/rec-1', {}, 'PUT');
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD');
  });

  it('is no longer there when a person has removed it from the disk', async () => {
    const other = await startStoreServer();
    try {
      await uploadWithTus(other.origin, recordingMeta(), file);
      await rm(join(other.dataDirectory, 'audio'), { recursive: true });
      expect((await fetch(`${other.origin}/recordings/rec-1`)).status).toBe(404);
    } finally {
      await other.close();
    }
  });
});

describe('a path that is none', () => {
  it.each([
    '/recordings/rec-2',
    '/recordings/rec-1/',
    '/recordings/rec-1.json',
    '/recordings/../recordings/rec-1/x',
    '/recordings/..%2f..%2fetc%2fpasswd',
    '/recordings/../../../../etc/passwd',
    '/recordings/....//etc/passwd',
    '/recordings/rec-1%00',
    '/recordings/%E0%A4%A',
    `/recordings/${'a'.repeat(5000)}`,
  ])('gets 404: %s', async (path) => {
    expect(await getRaw(path)).toBe(404);
  });

  it.each(['../../recordings/rec-1.json', '..%2f..%2fpackage.json', '%00', 'rec-1.wav', 'x'.repeat(3000)])(
    'is no upload either: %s',
    async (name) => {
      const { hostname, port } = new URL(server.origin);
      const status = await new Promise((resolve, reject) => {
        request(
          {
            hostname,
            port,
            method: 'HEAD',
            path: `/recordings/uploads/${name}`,
            headers: { 'tus-resumable': '1.0.0' },
          },
          (response) => resolve(response.statusCode),
        )
          .on('error', reject)
          .end();
      });
      expect(status).toBe(404);
    },
  );
});

describe('a page of another site', () => {
  const foreign = { origin: 'https://evil.example' };

  it('may neither list, nor read, nor upload', async () => {
    for (const [path, method] of [
      ['/recordings', 'GET'],
      ['/recordings/rec-1', 'GET'],
      ['/recordings/uploads', 'POST'],
      ['/recordings/uploads', 'OPTIONS'],
    ] as const) {
      const response = await get(path, foreign, method);
      expect(response.status, `${method} ${path}`).toBe(403);
      expect(response.headers.has('access-control-allow-origin')).toBe(false);
    }
  });

  it('may when the operator listed it', async () => {
    const desk = { origin: 'https://desk.example' };
    const list = await get('/recordings', desk);
    expect(list.status).toBe(200);
    expect(list.headers.get('access-control-allow-origin')).toBe('https://desk.example');
    const preflight = await get('/recordings/uploads', desk, 'OPTIONS');
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-origin')).toBe('https://desk.example');
    expect(preflight.headers.get('access-control-allow-headers')).toMatch(/upload-offset/i);
  });

  it("leaves this host's own pages alone", async () => {
    const response = await get('/recordings', { origin: server.origin });
    expect(response.status).toBe(200);
    expect(response.headers.has('access-control-allow-origin')).toBe(false);
  });
});
