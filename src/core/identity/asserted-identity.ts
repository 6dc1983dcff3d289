import { unfold } from './folding.ts';
import { splitHeaderValues } from './header-values.ts';
import { parseNameAddr } from './name-addr.ts';

/** Who somebody is said to be. */
export interface Identity {
  /** As received; null when there is none. */
  readonly displayName: string | null;
  /** `sip:`, `sips:` or `tel:` URI, without brackets. */
  readonly uri: string;
}

/**
 * The headers of RFC 3325 that name a person: what a trusted server vouches for (§9.1), and what a phone asks its
 * server to vouch for (§9.2). The second is nobody's word but the sender's.
 */
export type IdentityHeader = 'P-Asserted-Identity' | 'P-Preferred-Identity';

const identityUri = /^(?:sips?|tel):./i;

/**
 * The identities in one of those headers, in order, however many fields they came in. Values that are no name-addr or
 * addr-spec with a sip, sips or tel URI are left out (RFC 3325 §9.1).
 */
export function readIdentities(
  headers: Readonly<Record<string, string>>,
  header: IdentityHeader,
): readonly Identity[] {
  const fields = Object.entries(headers).filter(
    ([name]) => name.trim().toLowerCase() === header.toLowerCase(),
  );
  return splitHeaderValues(fields.map(([, value]) => unfold(value)).join(','))
    .map((value) => parseNameAddr(value))
    .filter(({ uri }) => identityUri.test(uri))
    .map(({ displayName, uri }) => ({ displayName, uri }));
}
