import { isAnonymous, wantsIdentityHidden } from './anonymity.ts';
import { readIdentities } from './asserted-identity.ts';
import { extractDisplayName, shownName } from './display-name.ts';

/** Whose word is taken for who calls. */
export interface IdentityPolicy {
  /** Whether the servers on the way here strip a P-Asserted-Identity that comes from outside (RFC 3325 §5). */
  readonly trustAsserted: boolean;
}

/** Who calls, as the phone tells it. Both are the stranger's text. */
export interface CallerIdentity {
  readonly displayName: string | null;
  /** A From value, or the URI of an asserted identity. */
  readonly address: string;
}

/**
 * Who calls: the sender of `from` (a whole From value), or, where asserted identities are trusted and may be told, the
 * first of them with a name in the place of a sender who has none, and any of them in the place of an anonymous one.
 */
export function identifyCaller(
  from: string,
  headers: Readonly<Record<string, string>>,
  { trustAsserted }: IdentityPolicy,
): CallerIdentity {
  const sender = { displayName: extractDisplayName(from, headers), address: from };
  if (!trustAsserted || wantsIdentityHidden(headers)) return sender;
  const anonymous = isAnonymous(from);
  if (hasName(sender) && !anonymous) return sender;

  const asserted = readIdentities(headers, 'P-Asserted-Identity');
  const best = asserted.find(hasName) ?? (anonymous ? asserted[0] : undefined);
  return best === undefined ? sender : { displayName: best.displayName, address: best.uri };
}

/** A name that is not shown is none. */
const hasName = ({ displayName }: Pick<CallerIdentity, 'displayName'>): boolean =>
  shownName(displayName) !== '';
