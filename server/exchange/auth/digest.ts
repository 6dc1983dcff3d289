import { createHash, timingSafeEqual } from 'node:crypto';
import { paramValue, type Param } from '../message/params.ts';
import { splitOutside } from '../message/split.ts';

export type DigestAlgorithm = 'MD5' | 'SHA-256';

/** What an Authorization or Proxy-Authorization header says (RFC 7616 §3.4). */
export interface DigestCredentials {
  readonly username: string;
  readonly realm: string;
  readonly nonce: string;
  readonly uri: string;
  readonly response: string;
  readonly algorithm: DigestAlgorithm;
  readonly cnonce: string;
  /** Eight hexadecimal digits, as written. */
  readonly nc: string;
}

/**
 * Reads a header value. Null unless it is complete and says `qop=auth`: the older form without qop protects against
 * no replay, and every client since RFC 3261 knows qop.
 */
export function parseCredentials(header: string): DigestCredentials | null {
  const parts = /^digest\s/iu.test(header) ? splitOutside(header.slice('digest'.length), ',') : null;
  if (parts === null) return null;
  const params: readonly Param[] = parts.map((part) => {
    const equals = part.indexOf('=');
    return { name: part.slice(0, equals).trim(), value: part.slice(equals + 1).trim() };
  });
  const read = (name: string) => paramValue(params, name) ?? '';
  const algorithm = (read('algorithm') || 'MD5').toUpperCase();
  const credentials = {
    username: read('username'),
    realm: read('realm'),
    nonce: read('nonce'),
    uri: read('uri'),
    response: read('response'),
    cnonce: read('cnonce'),
    nc: read('nc'),
  };
  if (algorithm !== 'MD5' && algorithm !== 'SHA-256') return null;
  if (Object.values(credentials).includes('')) return null;
  if (read('qop').toLowerCase() !== 'auth' || !/^[0-9a-f]{8}$/iu.test(credentials.nc)) return null;
  return { ...credentials, algorithm };
}

/** The response that belongs to the password (RFC 7616 §3.4.1 with qop=auth), in lower-case hexadecimal. */
export function digestResponse(
  credentials: Omit<DigestCredentials, 'response'>,
  method: string,
  password: string,
): string {
  const { username, realm, nonce, nc, cnonce, uri, algorithm } = credentials;
  const hash = (text: string) =>
    createHash(algorithm === 'MD5' ? 'md5' : 'sha256')
      .update(text, 'utf8')
      .digest('hex');
  const secret = hash(`${username}:${realm}:${password}`);
  return hash(`${secret}:${nonce}:${nc}:${cnonce}:auth:${hash(`${method}:${uri}`)}`);
}

/** Whether the credentials prove the password. */
export function provesPassword(credentials: DigestCredentials, method: string, password: string): boolean {
  const expected = Buffer.from(digestResponse(credentials, method, password));
  const given = Buffer.from(credentials.response.toLowerCase());
  return expected.length === given.length && timingSafeEqual(expected, given);
}
