import { connect, type AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import type { Logger } from '#core/shared/logger.ts';
import { silentLogger } from '#core/shared/logger.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWebServer } from './web-server.ts';

let server: Server;
let origin = '';
let reported: string[] = [];

beforeEach(async () => {
  reported = [];
  const logger: Logger = { ...silentLogger, error: (message) => reported.push(message) };
  server = createWebServer({
    phone: (request, response) => {
      if (request.url === '/broken') throw new Error('secret detail');
      response.end('phone');
    },
    store: {
      owns: (path) => path.startsWith('/recordings'),
      handle: async (request, response) => {
        if (request.url === '/recordings/broken') throw new Error('secret detail');
        response.end('store');
      },
    },
    exchange: {
      handleUpgrade(_request, socket) {
        socket.end('HTTP/1.1 101 Switching Protocols\r\n\r\n');
      },
    },
    logger,
    host: '127.0.0.1',
    allowedOrigins: ['https://phone.example'],
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await closed;
});

/** Sends raw text and resolves with everything that comes back until the server closes. */
const sendRaw = (text: string): Promise<string> =>
  new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(new URL(origin).port), '127.0.0.1', () => socket.write(text));
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => (answer += chunk));
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
const upgradeTo = (path: string, host = 'Host: localhost\r\n') =>
  sendRaw(`GET ${path} HTTP/1.1\r\n${host}Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n`);
const get = (path: string, host: string, version = '1.1') =>
  sendRaw(`GET ${path} HTTP/${version}\r\n${host}Connection: close\r\n\r\n`);

describe('the web server', () => {
  it('sends each path to its owner', async () => {
    expect(await (await fetch(`${origin}/`)).text()).toBe('phone');
    expect(await (await fetch(`${origin}/recordings/x`)).text()).toBe('store');
    expect(await upgradeTo('/sip')).toContain('101 Switching Protocols');
    expect(await upgradeTo('/other')).toContain('404 Not Found');
    expect((await fetch(`${origin}/sip`)).status).toBe(426);
  });

  it('lets the page run nothing but its own scripts, and use the microphone', async () => {
    const { headers } = await fetch(`${origin}/`);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(headers.get('permissions-policy')).toContain('microphone=(self)');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('lets the worker that makes sound files, and nothing else, compile WebAssembly', async () => {
    const policyOf = async (path: string) =>
      (await fetch(`${origin}${path}`)).headers.get('content-security-policy') ?? '';
    const worker = await policyOf('/assets/export.worker-1a2b.js');
    expect(worker).toContain("script-src 'self' 'wasm-unsafe-eval'; worker-src 'self' blob:;");
    for (const path of ['/', '/assets/index-1a2b.js', '/recordings/assets/export.worker-1a2b.js']) {
      expect(await policyOf(path)).toContain("script-src 'self'; worker-src 'self';");
    }
  });

  it.each(['/broken', '/recordings/broken'])(
    'answers 500 to a handler that failed, tells the log only, and goes on: %s',
    async (path) => {
      const response = await fetch(`${origin}${path}`);
      expect(response.status).toBe(500);
      expect(await response.text()).toBe('The server could not do this. Its log says why.\n');
      expect(reported).toEqual(['A request failed.']);
      expect((await fetch(`${origin}/`)).status).toBe(200);
    },
  );

  describe('asked by a name', () => {
    it.each(['/', '/recordings', '/recordings/x', '/sip'])('of a stranger, refuses %s', async (path) => {
      const answer = await get(path, 'Host: evil.example\r\n');
      expect(answer).toContain('HTTP/1.1 421 Misdirected Request\r\n');
      expect(answer).toContain('\r\n\r\nThis server does not go by that name: open it by its own address');
    });

    it.each(['/sip', '/other'])('of a stranger, opens no WebSocket at %s', async (path) => {
      const stranger = 'Host: evil.example:8080\r\nOrigin: http://evil.example:8080\r\n';
      expect(await upgradeTo(path, stranger)).toMatch(/^HTTP\/1\.1 421 Misdirected Request\r\n/);
    });

    it('that a proxy has and the operator listed, answers', async () => {
      const proxied = 'Host: phone.example\r\n';
      expect(await get('/recordings', proxied)).toContain('200 OK');
      expect(await upgradeTo('/sip', `${proxied}Origin: https://phone.example\r\n`)).toContain('101 Switch');
    });

    it.each([
      ['no host', ''],
      ['two hosts', 'Host: localhost\r\nHost: evil.example\r\n'],
      ['nonsense', 'Host: evil.example@localhost\r\n'],
    ])('that is %s, answers 400', async (_what, host) => {
      expect(await get('/recordings', host)).toContain('HTTP/1.1 400 Bad Request\r\n');
      expect(await get('/recordings', host, '1.0')).toContain('HTTP/1.1 400 Bad Request\r\n');
      expect(await upgradeTo('/sip', host)).toContain('HTTP/1.1 400 Bad Request\r\n');
    });
  });

  it('answers 400 to what is not HTTP, and goes on', async () => {
    expect(await sendRaw('\0\x01nonsense\r\n\r\n')).toContain('400 Bad Request');
    expect((await fetch(`${origin}/`)).status).toBe(200);
  });
});
