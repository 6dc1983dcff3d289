import type { IncomingMessage } from 'node:http';
import { isIPv4 } from 'node:net';

/** Why a request is not for this server: an HTTP status and one plain sentence. */
export interface HostRefusal {
  readonly status: 400 | 421;
  readonly sentence: string;
}

const malformed: HostRefusal = {
  status: 400,
  sentence: 'A request must name its host once, in a Host header.',
};
/** RFC 9110 §7.4, §15.5.20. */
const foreign: HostRefusal = {
  status: 421,
  sentence:
    'This server does not go by that name: open it by its own address, or list the origin of this page in ALLOWED_ORIGINS.',
};

export interface OwnNames {
  /** Name or address to which the server is bound, as `listen` takes it. */
  readonly host: string;
  /** Their hosts are ours too: behind a proxy that is what the pages are called. */
  readonly allowedOrigins: readonly string[];
}

/**
 * Finds what is wrong with a request's Host header (RFC 9110 §7.2); null when it names this server. Anybody can let a
 * name of theirs point to this machine (DNS rebinding): a page of that name has one origin with us, and nothing but the
 * name gives it away.
 */
export function createHostCheck({
  host,
  allowedOrigins,
}: OwnNames): (request: Pick<IncomingMessage, 'headersDistinct'>) => HostRefusal | null {
  const bound = readName(host.includes(':') ? `[${host}]` : host);
  const isOnEveryInterface = bound === '0.0.0.0' || bound === '[::]';
  const named = new Set(allowedOrigins.map((origin) => withoutRoot(new URL(origin).hostname)));
  // An address cannot be rebound: it leads to one machine, whoever wrote it.
  const isOwn = (name: string) =>
    isLoopback(name) || name === bound || named.has(name) || (isOnEveryInterface && isAddress(name));

  return ({ headersDistinct: { host: values = [] } }) => {
    const [value = '', ...others] = values;
    const name = others.length === 0 ? readName(value) : null;
    if (name === null) return malformed;
    return isOwn(name) ? null : foreign;
  };
}

const hostPattern = /^(?:\[[\da-f:.]+\]|[\w.~!$&'()*+,;=%-]+)(?::\d*)?$/iu;

/** The name in `name:port`, in the one form that browsers give it. Null when it is no host. */
function readName(text: string): string | null {
  const url = `http://${text}`;
  return hostPattern.test(text) && URL.canParse(url) ? withoutRoot(new URL(url).hostname) : null;
}

/** `localhost.` is `localhost`. */
const withoutRoot = (name: string): string => name.replace(/\.$/u, '');

const isAddress = (name: string): boolean => name.startsWith('[') || isIPv4(name);

const isLoopback = (name: string): boolean =>
  name === 'localhost' ||
  name.endsWith('.localhost') ||
  name === '[::1]' ||
  (isIPv4(name) && name.startsWith('127.'));
