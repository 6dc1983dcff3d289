import type { CallEndCause, CallEndInitiator } from '#core/call/call-end.ts';
import type { FinalCallState } from '#core/call/call-state.ts';

/** What one of JsSIP's end causes means. */
interface CauseRow {
  readonly cause: CallEndCause;
  /** The state in which a call ends that fails with it before it was answered. */
  readonly failedState: FinalCallState;
  /** Where JsSIP names an originator that is not true. */
  readonly initiator?: CallEndInitiator;
  /** The SIP status that stands for it where no response carries one. */
  readonly sipCode?: number;
}

/**
 * JsSIP 3.13's closed list of causes (`Constants.js`). ICE failure ("RTP Timeout") and a missing ACK are ended by JsSIP
 * itself, so nobody is to blame for the first.
 */
const rows: Readonly<Record<string, CauseRow>> = {
  Terminated: { cause: 'hung-up', failedState: 'Terminated' },
  Canceled: { cause: 'cancelled', failedState: 'Cancelled' },
  Rejected: { cause: 'rejected', failedState: 'Failed' },
  Busy: { cause: 'busy', failedState: 'Failed' },
  'No Answer': { cause: 'no-answer', failedState: 'Failed', sipCode: 408 },
  Expires: { cause: 'no-answer', failedState: 'Failed', sipCode: 487 },
  'Request Timeout': { cause: 'unavailable', failedState: 'Failed', sipCode: 408, initiator: 'unknown' },
  Unavailable: { cause: 'unavailable', failedState: 'Failed' },
  'Not Found': { cause: 'not-found', failedState: 'Failed' },
  Redirected: { cause: 'redirected', failedState: 'Failed' },
  'Address Incomplete': { cause: 'address-incomplete', failedState: 'Failed' },
  'Authentication Error': { cause: 'authentication', failedState: 'Failed' },
  'Incompatible SDP': { cause: 'incompatible-media', failedState: 'Failed' },
  'Missing SDP': { cause: 'incompatible-media', failedState: 'Failed' },
  'Bad Media Description': { cause: 'incompatible-media', failedState: 'Failed' },
  'WebRTC Error': { cause: 'incompatible-media', failedState: 'Failed' },
  'User Denied Media Access': { cause: 'microphone', failedState: 'Failed' },
  'Connection Error': { cause: 'connection-lost', failedState: 'Failed', initiator: 'unknown' },
  'RTP Timeout': { cause: 'media-lost', failedState: 'Failed', initiator: 'unknown', sipCode: 408 },
  'No ACK': { cause: 'connection-lost', failedState: 'Failed' },
  'Dialog Error': { cause: 'server-error', failedState: 'Failed' },
  'SIP Failure Code': { cause: 'server-error', failedState: 'Failed' },
  'Internal Error': { cause: 'internal', failedState: 'Failed', initiator: 'unknown' },
};

/** The row of a cause; one that a newer JsSIP adds counts as a server's error. */
export const describeCause = (cause: string): CauseRow =>
  rows[cause] ?? { cause: 'server-error', failedState: 'Failed' };
