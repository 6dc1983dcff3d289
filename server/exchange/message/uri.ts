import { parseParams, type Param } from './params.ts';

/** A sip or sips URI (RFC 3261 §19.1). A password and headers are dropped: nothing here routes by them. */
export interface SipUri {
  readonly scheme: 'sip' | 'sips';
  /** Unescaped; null for a URI of a host alone. */
  readonly user: string | null;
  /** Lower case; an IPv6 address keeps its brackets. */
  readonly host: string;
  readonly port: number | null;
  readonly params: readonly Param[];
}

const schemePattern = /^[A-Za-z][A-Za-z0-9+.-]*$/u;
const hostPattern = /^(?:[A-Za-z0-9_.-]+|\[[0-9A-Fa-f:.]+\])$/u;
const userPattern = /^[A-Za-z0-9\-_.!~*'()&=+$,;?/%#]+$/u;

/** The scheme of any URI in lower case; null for a text that is no URI. */
export function uriScheme(text: string): string | null {
  const colon = text.indexOf(':');
  if (colon < 1 || !schemePattern.test(text.slice(0, colon))) return null;
  return text.slice(0, colon).toLowerCase();
}

/** Reads a sip or sips URI, without angle brackets. Null for anything else. */
export function parseSipUri(text: string): SipUri | null {
  const scheme = uriScheme(text);
  if (scheme !== 'sip' && scheme !== 'sips') return null;
  const question = text.indexOf('?');
  const at = text.indexOf('@');
  // A user part may hold `?` and `;`, so that headers begin at the first `?` after the `@`.
  const headersAt = question > at ? question : text.indexOf('?', at + 1);
  const rest = text.slice(scheme.length + 1, headersAt === -1 ? undefined : headersAt);

  const userEnd = rest.indexOf('@');
  const user = userEnd === -1 ? null : readUser(rest.slice(0, userEnd));
  if (userEnd !== -1 && user === null) return null;

  const hostAndParams = rest.slice(userEnd + 1);
  const semicolon = hostAndParams.indexOf(';');
  const hostPort = semicolon === -1 ? hostAndParams : hostAndParams.slice(0, semicolon);
  const params = semicolon === -1 ? [] : parseParams(hostAndParams.slice(semicolon + 1));
  const address = readHostPort(hostPort);
  if (params === null || address === null) return null;
  return { scheme, user, ...address, params };
}

function readUser(userInfo: string): string | null {
  const colon = userInfo.indexOf(':');
  const user = colon === -1 ? userInfo : userInfo.slice(0, colon);
  if (!userPattern.test(user)) return null;
  try {
    return decodeURIComponent(user);
  } catch {
    return null;
  }
}

/** Reads `host`, `host:port` or `[v6]:port`. Null when it is neither. */
export function readHostPort(text: string): { readonly host: string; readonly port: number | null } | null {
  const colon = text.indexOf(':', text.startsWith('[') ? text.indexOf(']') : 0);
  const host = colon === -1 ? text : text.slice(0, colon);
  if (!hostPattern.test(host)) return null;
  if (colon === -1) return { host: host.toLowerCase(), port: null };
  const portText = text.slice(colon + 1);
  if (!/^\d{1,5}$/u.test(portText)) return null;
  const port = Number(portText);
  return port > 65_535 ? null : { host: host.toLowerCase(), port };
}
