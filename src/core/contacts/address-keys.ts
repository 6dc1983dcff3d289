import { withoutSeparators } from '../shared/without-separators.ts';

/** A telephone number for comparing. Short ones are extensions, and compared as addresses. */
export interface NumberKey {
  /** Without what stands before the country code, or before the area code. */
  readonly digits: string;
  /** Written with its country code. */
  readonly isInternational: boolean;
  /** The last digits, the same in both spellings. */
  readonly end: string;
}

/** Fewer digits are an extension: too few to tell a number by its end. */
const fewestDigits = 7;

/** The digits of a number as people write them; null for anything else. */
function digitsOf(text: string): string | null {
  const digits = withoutSeparators(text);
  return /^\+?[0-9]+$/.test(digits) ? digits : null;
}

function numberKey(text: string): NumberKey | null {
  const written = digitsOf(text);
  if (written === null) return null;
  const isInternational = /^(?:\+|00)/.test(written);
  const digits = written.replace(/^(?:\+|0+)/, '');
  return digits.length < fewestDigits ? null : { digits, isInternational, end: digits.slice(-fewestDigits) };
}

/** Whether two numbers are one: equal, or one of them is the end of the other, which is written with its country code. */
export function isSameNumber(a: NumberKey, b: NumberKey): boolean {
  if (a.digits === b.digits) return true;
  const [short, long] = a.digits.length < b.digits.length ? [a, b] : [b, a];
  return long.isInternational && !short.isInternational && long.digits.endsWith(short.digits);
}

/** Under what a contact's address is found. */
export function addressKeys(value: string): { readonly address: string; readonly number: NumberKey | null } {
  const [user, host] = splitAddress(value);
  return {
    address: host === null ? (digitsOf(user) ?? user) : `${user}@${host}`,
    number: numberKey(user),
  };
}

const unescapeUser = (user: string): string => {
  try {
    return decodeURIComponent(user);
  } catch {
    return user;
  }
};

/**
 * Under what the party of a call may be found: its whole address; its user part alone where it is in the domain of
 * `localUri` (a name or an extension says nothing about other domains); and its number, which is the same everywhere.
 */
export function partyKeys(
  remoteUri: string,
  localUri: string,
): { readonly addresses: readonly string[]; readonly number: NumberKey | null } {
  const [user, host] = splitAddress(remoteUri);
  const [, ownHost] = splitAddress(localUri);
  const isOwnDomain = host === null || host === ownHost;
  return {
    addresses: [
      ...(host === null ? [] : [`${user}@${host}`]),
      ...(isOwnDomain ? [digitsOf(user) ?? user] : []),
    ],
    number: numberKey(user),
  };
}

/** The user and the host of a URI or address, in lower case, without port and parameters; no host where there is none. */
function splitAddress(uri: string): readonly [user: string, host: string | null] {
  const bare = /^(?:sips?|tel):([^?]*)/i.exec(uri)?.[1] ?? uri;
  const at = bare.lastIndexOf('@');
  if (at === -1) return [unescapeUser(bare.split(';')[0] ?? '').toLowerCase(), null];
  const [host = ''] = /^(?:\[[^\]]*\]|[^;:]*)/.exec(bare.slice(at + 1)) ?? [];
  return [unescapeUser(bare.slice(0, at)).toLowerCase(), host.toLowerCase()];
}
