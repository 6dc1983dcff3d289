import type { Clock } from '#core/shared/clock.ts';
import type { ExchangeAccount } from '../accounts.ts';
import type { ExchangeLimits } from '../limits.ts';
import type { IncomingRequest } from '../message/envelope.ts';
import { headerValues, type Header } from '../message/message.ts';
import { parseCredentials, provesPassword } from './digest.ts';
import { createNonceCounts } from './nonce-counts.ts';
import { createNonces } from './nonce.ts';

/** A registrar asks with 401 and WWW-Authenticate, a proxy with 407 and Proxy-Authenticate (RFC 3261 §22). */
type ChallengeKind = 'registrar' | 'proxy';

type AuthResult =
  | { readonly kind: 'proved'; readonly user: string }
  /** To be sent as it is. */
  | { readonly kind: 'challenge'; readonly status: 401 | 407; readonly headers: readonly Header[] };

export interface Authenticator {
  readonly check: (incoming: IncomingRequest, kind: ChallengeKind) => AuthResult;
}

/** Header names and status of each kind. */
const challengeNames = {
  registrar: { status: 401, challenge: 'WWW-Authenticate', answer: 'Authorization' },
  proxy: { status: 407, challenge: 'Proxy-Authenticate', answer: 'Proxy-Authorization' },
} as const;

/**
 * Digest authentication (RFC 7616, RFC 8760).
 *
 * Two challenges are offered, SHA-256 first and MD5 last: RFC 8760 §2.3 wants the preferred one on top, and
 * JsSIP 3.13 takes the last one and knows MD5 only.
 *
 * A wrong password is answered by a fresh challenge without `stale` (RFC 7616 §3.3), not by 403. JsSIP answers a
 * challenge once; the second 401 ends the attempt with the cause "Authentication Error", which can mean nothing but
 * the password, while 403 would reach it as "Rejected", which can mean anything.
 */
export function createAuthenticator(
  realm: string,
  accounts: ReadonlyMap<string, ExchangeAccount>,
  limits: ExchangeLimits,
  clock: Clock,
): Authenticator {
  const nonces = createNonces(clock.nowMs, limits.nonceLifetimeMs);
  const counts = createNonceCounts(limits.maxRememberedNonces);

  const challenge = (kind: ChallengeKind, stale: boolean): AuthResult => {
    const nonce = nonces.issue();
    const { status, challenge: name } = challengeNames[kind];
    const tail = `${stale ? ', stale=true' : ''}, qop="auth"`;
    const headers = (['SHA-256', 'MD5'] as const).map((algorithm) => ({
      name,
      value: `Digest realm="${realm}", nonce="${nonce}", algorithm=${algorithm}${tail}`,
    }));
    return { kind: 'challenge', status, headers };
  };

  return {
    check({ request }, kind) {
      const credentials = headerValues(request.headers, challengeNames[kind].answer)
        .map((value) => parseCredentials(value))
        .find((each) => each?.realm === realm);
      if (credentials === undefined || credentials === null) return challenge(kind, false);
      const account = accounts.get(credentials.username.toLowerCase());
      const proved =
        account !== undefined &&
        credentials.uri === request.requestUri &&
        provesPassword(credentials, request.method, account.password);
      if (!proved) return challenge(kind, false);
      // Only a right password is told that its nonce is stale: a wrong one would try again for nothing.
      const current = nonces.check(credentials.nonce) === 'fresh';
      const replayed = current && !counts.accept(credentials.nonce, Number.parseInt(credentials.nc, 16));
      return current && !replayed ? { kind: 'proved', user: account.user } : challenge(kind, true);
    },
  };
}
