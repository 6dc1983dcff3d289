import type { CallInfo } from '#core/call/call-info.ts';
import { isBeingTransferred } from '#core/call/call-transfer.ts';
import { assertNever } from '#core/shared/assert-never.ts';
import { words } from '../words.ts';

/** Where a call is, in words. `isMember` of a conference. */
export function callPhaseWords(
  { state, onHold, holdChange, remoteOnHold, mediaLost, transfer }: CallInfo,
  isMember: boolean,
): string {
  switch (state) {
    case 'Initiating':
      return words.call.calling;
    case 'Proceeding':
      return isBeingTransferred(transfer) ? words.call.transferring : words.call.connecting;
    case 'Ringing':
      return words.call.ringing;
    case 'IncomingPending':
      return words.call.answering;
    case 'Connected':
      if (mediaLost) return words.call.reconnecting;
      if (holdChange !== null) return words.call[holdChange];
      if (onHold) return words.call.onHold;
      if (remoteOnHold) return words.call.remoteOnHold;
      return isMember ? words.conference.inCall : words.call.inCall;
    case 'Terminating':
    case 'Terminated':
    case 'Failed':
    case 'Cancelled':
      return words.call.hangingUp;
    default:
      return assertNever(state);
  }
}
