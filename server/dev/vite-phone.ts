import type { IncomingMessage, Server } from 'node:http';
import { createServer as createViteServer } from 'vite';
import type { PhoneHost } from '../http/static-host.ts';

/** Serves the phone from its sources, with hot reload over the same port. */
export async function createVitePhone(http: Server): Promise<PhoneHost> {
  const vite = await createViteServer({
    // The server has looked at the Host before Vite sees a request, and knows the operator's names.
    server: { middlewareMode: true, hmr: { server: http }, allowedHosts: true },
  });
  http.once('close', () => void vite.close());
  return (request, response) => {
    // Hot reload needs an inline script in the page.
    response.removeHeader('content-security-policy');
    vite.middlewares(request, response, () => response.writeHead(404).end());
  };
}

/** True for the WebSocket of hot reload. */
export function isHotReload(request: IncomingMessage): boolean {
  return (request.headers['sec-websocket-protocol'] ?? '').startsWith('vite-');
}
