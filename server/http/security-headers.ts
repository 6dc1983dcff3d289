import type { ServerResponse } from 'node:http';

/**
 * What the phone's page may do. Scripts, workers and worklets come from here only. Styles: React Aria and the
 * waveform player write style elements at run time. Connections: the person may sign in to any SIP server over
 * WebSocket, and a deployment may name a recording server of another origin.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
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

const securityHeaders = {
  'content-security-policy': contentSecurityPolicy,
  'permissions-policy':
    'microphone=(self), speaker-selection=(self), camera=(), geolocation=(), display-capture=(), payment=(), usb=()',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
} as const;

/** Goes on every response, whoever writes the rest of it. */
export function setSecurityHeaders(response: ServerResponse): void {
  for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
}
