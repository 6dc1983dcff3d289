import { PhoneError } from '../errors/phone-error.ts';
import { cleanText, cleanUser, digitsOf } from './typed-number.ts';

/** A scheme, or a user with a password, which nobody dials. */
const otherScheme = /^[a-z][a-z0-9+.-]*:/i;
/** Host name, IPv4 or bracketed IPv6, with an optional port. RFC 3261 §25.1, `hostport`. */
const hostport = /^(?:[a-z0-9](?:[a-z0-9.-]{0,252}[a-z0-9])?|\[[0-9a-f:.]{2,45}\])(?::[0-9]{1,5})?$/i;
/** What is neither `unreserved` nor `user-unreserved` (RFC 3261 §25.1), nor an escape already. */
const toEscape = /[^A-Za-z0-9\-_.!~*'()&=+$,;?/%]/gu;
const maxLength = 256;

const isHostport = (text: string): boolean => hostport.test(text);

/** `user@hostport` in its parts; null when it is none. The last `@` counts, as the user part may carry others encoded. */
function splitAddress(address: string): { readonly user: string; readonly host: string } | null {
  const at = address.lastIndexOf('@');
  const user = address.slice(0, at);
  const host = address.slice(at + 1);
  if (at <= 0 || /[\s<>"@]/.test(user) || !isHostport(host)) return null;
  return { user, host };
}

const escapeUser = (user: string): string => user.replaceAll(toEscape, encodeURIComponent);

/** Whether a text is a SIP address as a person writes it: `alice@example.com`. */
export const isSipAddress = (text: string): boolean =>
  text.length <= maxLength && splitAddress(text) !== null;

/** The domain of an address that `isSipAddress` accepts. */
export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

/** What two spellings of one address have in common: RFC 3261 §19.1.4 without ports and parameters. */
function partsOf(uri: string): { readonly user: string; readonly host: string | null } {
  const [, scheme = '', rest = ''] = /^(?:(sips?|tel):)?([^;?]*)/i.exec(uri) ?? [];
  if (scheme.toLowerCase() === 'tel') return { user: digitsOf(rest) ?? rest, host: null };
  const at = rest.lastIndexOf('@');
  return {
    user: withoutEscapes(rest.slice(0, Math.max(at, 0))),
    host: rest
      .slice(at + 1)
      .replace(/:[0-9]*$/, '')
      .toLowerCase(),
  };
}

/** Whether two URIs lead to the same person. A `tel:` number is the same in every domain. */
export function sameAddress(one: string, other: string): boolean {
  const [a, b] = [partsOf(one), partsOf(other)];
  return a.user === b.user && (a.host === b.host || a.host === null || b.host === null);
}

/**
 * Turns what a person typed or pasted into a SIP URI: a number in any spelling, a `tel:` or `sip:` link, an address, or
 * a bare name in the account's own domain. URI headers (`?…`) are dropped: a link must not add headers to an INVITE.
 *
 * Throws PhoneError `call/invalid-target`.
 */
export function resolveTarget(typed: string, domain: string): string {
  const text = cleanText(typed);
  const refuse = () => new PhoneError({ code: 'call/invalid-target', details: text.slice(0, 80) });
  if (text === '' || text.length > maxLength) throw refuse();

  const [, scheme = '', rest = ''] = /^(?:(sips?|tel):)?(.*)$/is.exec(text) ?? [];
  if (scheme === '' && otherScheme.test(text)) throw refuse();
  const isTel = scheme.toLowerCase() === 'tel';
  const [body = ''] = rest.split(isTel ? ';' : '?');

  const digits = digitsOf(isTel ? withoutEscapes(body) : body);
  if (digits !== null) return `sip:${escapeUser(digits)}@${domain}`;
  if (isTel) throw refuse();

  const [address = '', ...parameters] = body.includes('@')
    ? splitParameters(cleanUser(body))
    : [`${body}@${domain}`];
  const parts = splitAddress(address);
  if (parts === null) throw refuse();
  const uriScheme = scheme.toLowerCase() === 'sips' ? 'sips' : 'sip';
  return [`${uriScheme}:${escapeUser(parts.user)}@${parts.host}`, ...parameters].join(';');
}

/** A text without its escapes (RFC 3986 §2.1); as it is when they are not well formed. */
function withoutEscapes(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Splits `user@host;transport=ws` after the host: a semicolon in the user part belongs to the user. */
function splitParameters(body: string): readonly string[] {
  const at = body.lastIndexOf('@');
  const [host = '', ...parameters] = body.slice(at + 1).split(';');
  const wellFormed = parameters.filter((parameter) => /^[\w.-]+(?:=[\w.%-]+)?$/.test(parameter));
  return [body.slice(0, at + 1) + host, ...wellFormed];
}

/** Like `resolveTarget`; null for what cannot be called. */
export function findTarget(typed: string, domain: string): string | null {
  try {
    return resolveTarget(typed, domain);
  } catch (error) {
    if (error instanceof PhoneError) return null;
    throw error;
  }
}
