import type { CallEndCause } from './call-end.ts';

/** What final responses mean to a person (RFC 3261 §21; 607 and 608: RFC 8197 and RFC 8688). */
const byStatus: Readonly<Record<number, CallEndCause>> = {
  401: 'authentication',
  402: 'not-allowed',
  403: 'not-allowed',
  404: 'not-found',
  407: 'authentication',
  408: 'unavailable',
  410: 'gone',
  414: 'not-found',
  415: 'incompatible-media',
  416: 'not-found',
  430: 'unavailable',
  433: 'not-allowed',
  480: 'unavailable',
  484: 'address-incomplete',
  485: 'address-incomplete',
  486: 'busy',
  487: 'cancelled',
  488: 'incompatible-media',
  502: 'no-route',
  503: 'server-busy',
  504: 'no-route',
  600: 'busy',
  603: 'rejected',
  604: 'not-found',
  606: 'incompatible-media',
  607: 'rejected',
  608: 'rejected',
};

/** What the telephone network says beside it (ITU-T Q.850 §2.2.7), as far as a status is less exact (RFC 3398 §7.2.4.1). */
const byNetworkCause: Readonly<Record<number, CallEndCause>> = {
  1: 'not-found',
  2: 'no-route',
  3: 'no-route',
  17: 'busy',
  18: 'unavailable',
  20: 'unavailable',
  21: 'rejected',
  22: 'gone',
  27: 'no-route',
  28: 'address-incomplete',
  34: 'server-busy',
  38: 'no-route',
  42: 'server-busy',
};

/** The `cause` of the Q.850 value in a Reason header (RFC 3326 §2); null without one. */
function networkCauseIn(reason: string): number | null {
  const cause = /(?:^|,)\s*Q\.850\s*;[^,]*?\bcause\s*=\s*(\d{1,3})\b/i.exec(reason)?.[1];
  return cause === undefined ? null : Number(cause);
}

/** Why a call was refused, by the status of the response, 300 to 699, and its Reason. Null for a status that says no more than that it was. */
export function causeOfResponse(status: number, reason: string): CallEndCause | null {
  const networkCause = networkCauseIn(reason);
  const exact = networkCause === null ? undefined : byNetworkCause[networkCause];
  return exact ?? byStatus[status] ?? null;
}
