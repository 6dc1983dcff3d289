import { displayText } from './display-text.ts';
import { findHeader } from './header-bag.ts';
import { parseNameAddr } from './name-addr.ts';

/** The host that stands for nobody, in any case, with or without a port (RFC 3323 §4.1.1.3, RFC 2606 §2). */
const anonymousHost = /^sips?:(?:[^@]*@)?anonymous\.invalid\.?(?::\d+)?(?:[;?]|$)/i;

/**
 * Whether a From value hides who sent it: its host is `anonymous.invalid`, or its whole display name reads "Anonymous",
 * with which the URI is meaningless (RFC 3261 §8.1.1.3).
 */
export function isAnonymous(value: string): boolean {
  const { displayName, uri } = parseNameAddr(value);
  return anonymousHost.test(uri) || displayText(displayName ?? '').toLowerCase() === 'anonymous';
}

/**
 * Whether the sender asked that its asserted identity be told to nobody: `Privacy: id`, alone or among others
 * (RFC 3323 §4.2, RFC 3325 §9.3).
 */
export function wantsIdentityHidden(headers: Readonly<Record<string, string>>): boolean {
  const privacy = findHeader(headers, 'Privacy') ?? '';
  return privacy.split(/[;,]/).some((value) => value.trim().toLowerCase() === 'id');
}
