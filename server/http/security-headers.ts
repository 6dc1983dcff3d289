import type { ServerResponse } from 'node:http';

/**
 * What the phone's page may do. Scripts, workers and worklets come from here only. Styles: React Aria and the
 * waveform player write style elements at run time. Connections: the person may sign in to any SIP server over
 * WebSocket, and a deployment may name a recording server of another origin.
 */
const policyOf = (scripts: string, workers: string): string =>
  [
    "default-src 'none'",
    `script-src ${scripts}`,
    `worker-src ${workers}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "media-src 'self' blob: https:",
    "connect-src 'self' ws: wss: https: blob:",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

const contentSecurityPolicy = policyOf("'self'", "'self'");
/** A worker lives by the policy of its own file. This one alone runs encoders, which are WebAssembly in workers of their own. */
const exportWorkerPolicy = policyOf("'self' 'wasm-unsafe-eval'", "'self' blob:");
const exportWorkerPath = /^\/assets\/export\.worker-[^/]*\.js$/;

const securityHeaders = {
  'permissions-policy':
    'microphone=(self), speaker-selection=(self), camera=(), geolocation=(), display-capture=(), payment=(), usb=()',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
} as const;

/** Goes on every response, whoever writes the rest of it. `path` is what was asked for. */
export function setSecurityHeaders(response: ServerResponse, path: string): void {
  const isExportWorker = exportWorkerPath.test(path);
  response.setHeader('content-security-policy', isExportWorker ? exportWorkerPolicy : contentSecurityPolicy);
  for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
}
