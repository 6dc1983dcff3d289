import type { IncomingMessage } from 'node:http';

/**
 * Where a request comes from, by its Origin header (RFC 6454 §7). `own`: this host, or no browser page at all;
 * `allowed`: a page of another host that the operator listed; `foreign`: any other page.
 */
export type RequestOrigin = 'own' | 'allowed' | 'foreign';

/** Tells pages of this host from those of others. The scheme is not compared: a proxy in front may end TLS. */
export function classifyOrigin(request: IncomingMessage, allowedOrigins: readonly string[]): RequestOrigin {
  const { origin, host } = request.headers;
  if (origin === undefined) return 'own';
  if (allowedOrigins.includes(origin)) return 'allowed';
  if (!URL.canParse(origin)) return 'foreign';
  return host !== undefined && new URL(origin).host === host.toLowerCase() ? 'own' : 'foreign';
}
