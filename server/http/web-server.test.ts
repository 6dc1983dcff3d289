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
    allowedOrigins: [],
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
const upgradeTo = (path: string) =>
  sendRaw(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`);

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

  it('answers 400 to what is not HTTP, and goes on', async () => {
    expect(await sendRaw('\0\x01nonsense\r\n\r\n')).toContain('400 Bad Request');
    expect((await fetch(`${origin}/`)).status).toBe(200);
  });
});
