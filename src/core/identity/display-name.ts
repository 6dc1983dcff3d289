import { displayText } from './display-text.ts';
import { findHeader } from './header-bag.ts';
import { parseNameAddr } from './name-addr.ts';

/** The display name of one header value, as received; null when there is none. Source: seed 1, RFC 3261 §25.1. */
export const extractDisplayNameFromHeader = (header: string): string | null =>
  parseNameAddr(header).displayName;

/** The display name of `uri`, else that of the From header, as received; null when neither has one. Source: seed 1. */
export function extractDisplayName(uri: string, headers: Readonly<Record<string, string>>): string | null {
  const name = extractDisplayNameFromHeader(uri);
  if (name !== null) return name;
  const from = findHeader(headers, 'From');
  return from === null ? null : extractDisplayNameFromHeader(from);
}

/** What the call is about (RFC 3261 §20.36); null when the header is absent or blank. */
export const extractSubject = (headers: Readonly<Record<string, string>>): string | null =>
  findHeader(headers, 'Subject');

/** The Call-ID (RFC 3261 §20.8), in its own case; null when the header is absent or blank. */
export const extractCallId = (headers: Readonly<Record<string, string>>): string | null =>
  findHeader(headers, 'Call-ID');

/** A SIP or tel URI in the place of a name, also one in quotes or brackets, or in full-width letters. */
const startsAsUri = /^[\s"'<([]*(?:sips?|tel)\s*:/i;

/**
 * A received name as it may be shown; empty when there is none. A URI is none: whoever reads it takes it for the caller's
 * address, which is another (RFC 3261 §20.10 lets a quoted name hold any text).
 */
export function shownName(displayName: string | null): string {
  const text = displayText(displayName ?? '');
  return startsAsUri.test(text.normalize('NFKC')) ? '' : text;
}
