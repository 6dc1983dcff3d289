import { readIdentities } from '../identity/asserted-identity.ts';
import type { IdentityPolicy } from '../identity/caller-identity.ts';
import { parseNameAddr } from '../identity/name-addr.ts';
import type { IncomingSession } from '../signalling/session.ts';
import { readAnswerRequest } from './answer-request.ts';
import type { ScreenedCall } from './screen-call.ts';

/**
 * What the rules look at in a session. Where servers assert who calls (RFC 3325) theirs is the only word that opens a
 * microphone; elsewhere it is the caller's own, which the server has let through.
 */
export function toScreenedCall(
  { from, headers }: Pick<IncomingSession, 'from' | 'headers'>,
  { trustAsserted }: IdentityPolicy,
): Pick<ScreenedCall, 'callerUri' | 'knownUri' | 'request'> {
  const callerUri = parseNameAddr(from).uri;
  const [asserted] = trustAsserted ? readIdentities(headers, 'P-Asserted-Identity') : [];
  return {
    callerUri,
    knownUri: trustAsserted ? (asserted?.uri ?? null) : callerUri,
    request: readAnswerRequest(headers),
  };
}
