import { formatParams, paramValue, parseParams, type Param } from './params.ts';
import { splitOutside, unquote } from './split.ts';
import { uriScheme } from './uri.ts';

/** A From, To, Contact, Route or Refer-To value (RFC 3261 §20.10): a name-addr or an addr-spec, and header parameters. */
export interface NameAddr {
  /** Without quotes and escapes, as the sender wrote it: sanitise before showing. Null when there is none. */
  readonly displayName: string | null;
  /** Any scheme. */
  readonly uri: string;
  /** The parameters of the header, not those of the URI. */
  readonly params: readonly Param[];
}

/** Reads one value. Null when it is malformed. */
export function parseNameAddr(text: string): NameAddr | null {
  const parts = splitOutside(text, ';');
  const address = parts?.[0];
  if (parts === null || address === undefined) return null;
  const params = parseParams(parts.slice(1).join(';'));
  if (params === null) return null;

  if (!address.endsWith('>')) {
    // Without brackets everything behind `;` belongs to the header (RFC 3261 §20).
    return isUri(address) ? { displayName: null, uri: address, params } : null;
  }
  const open = openBracket(address);
  if (open === -1) return null;
  const uri = address.slice(open + 1, -1).trim();
  const name = unquote(address.slice(0, open).trim());
  return isUri(uri) ? { displayName: name === '' ? null : name, uri, params } : null;
}

/** Reads a comma-separated list of values. Null when one of them is malformed. */
export function parseNameAddrs(text: string): readonly NameAddr[] | null {
  const parts = splitOutside(text, ',');
  const parsed = parts?.map((part) => parseNameAddr(part)) ?? [null];
  return parsed.every((value) => value !== null) ? parsed : null;
}

/** The tag of a From or To value; null when it has none. */
export const tagOf = (value: NameAddr): string | null => {
  const tag = paramValue(value.params, 'tag');
  return tag === '' ? null : tag;
};

/** `<uri>;params`: always with brackets, so that no parameter changes its owner. */
export const formatAddress = (uri: string, params: readonly Param[]): string =>
  `<${uri}>${formatParams(params)}`;

const isUri = (text: string): boolean => uriScheme(text) !== null && !/[\s<>"]/u.test(text);

/** Where the `<` of a name-addr is: behind a quoted display name, or behind plain words. */
function openBracket(address: string): number {
  if (!address.startsWith('"')) {
    const open = address.indexOf('<');
    return address.slice(0, open).includes('"') ? -1 : open;
  }
  let at = 1;
  while (at < address.length && address[at] !== '"') at += address[at] === '\\' ? 2 : 1;
  const open = address.indexOf('<', at);
  return open !== -1 && address.slice(at + 1, open).trim() === '' ? open : -1;
}
