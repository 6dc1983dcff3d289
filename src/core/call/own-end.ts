import type { CallEnd } from './call-end.ts';
import type { CallInfo } from './call-info.ts';
import type { FinalCallState } from './call-state.ts';

/** An end that the person asked for, with the words of its event. */
export interface OwnEnd {
  readonly end: CallEnd;
  readonly eventReason: string;
}

const ownEnd = (cause: CallEnd['cause'], reason: string, eventReason: string): OwnEnd => ({
  end: { cause, initiator: 'local', sipCode: null, reason },
  eventReason,
});

/** The person refused an incoming call. */
export const userRejected = ownEnd('rejected', 'user_rejected', 'Call rejected by user');

/** The person, or a rule of theirs, told the caller of another address. */
export const ownForward = (targetUri: string): CallEnd => ({
  cause: 'redirected',
  initiator: 'local',
  sipCode: 302,
  reason: 'forwarded',
  movedTo: targetUri,
});

/** The person refused an incoming call and had the caller told that they are busy: 486 (RFC 3261 §21.4.20). */
export const ownBusy: CallEnd = { cause: 'busy', initiator: 'local', sipCode: 486, reason: 'user_busy' };

/** The person did not want to be disturbed: 480, which RFC 3261 §21.4.18 names for it. */
export const ownDoNotDisturb: CallEnd = {
  cause: 'unavailable',
  initiator: 'local',
  sipCode: 480,
  reason: 'do_not_disturb',
};

/** The person hung up: before the answer that cancels an outgoing call and refuses an incoming one. */
export function userHangUp(call: CallInfo): OwnEnd {
  if (call.connectedAt !== null) return ownEnd('hung-up', 'user_hangup', 'User hangup');
  return call.direction === 'Outgoing' ? ownEnd('cancelled', 'user_hangup', 'User hangup') : userRejected;
}

const impliedCauses: Readonly<Record<FinalCallState, CallEnd['cause']>> = {
  Terminated: 'hung-up',
  Cancelled: 'cancelled',
  Failed: 'server-error',
};

/** The end of a call of which the stack reported no more than the final state. */
export const impliedEnd = (state: FinalCallState, reason: string | null): CallEnd => ({
  cause: impliedCauses[state],
  initiator: 'unknown',
  sipCode: null,
  reason: reason ?? '',
});
