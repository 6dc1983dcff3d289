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
