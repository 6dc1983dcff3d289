import type { CallInfo } from '#core/call/call-info.ts';
import { isBeingTransferred, type CallTransfer } from '#core/call/call-transfer.ts';
import { displayText } from '#core/identity/display-text.ts';
import { assertNever } from '#core/shared/assert-never.ts';
import { words } from '../words.ts';

/** What a transfer that was asked for here waits for. Many phones take the wish at once, and ask whoever has them afterwards. */
function transferWords({ status, targetUri }: CallTransfer): string {
  const target = displayText(targetUri.replace(/^sips?:/i, ''));
  return status === 'Ringing' ? words.transfer.rings(target) : words.transfer.waits(target);
}

/** Where a call is, in words. `isMember` of a conference. */
export function callPhaseWords(
  { state, onHold, holdChange, remoteOnHold, mediaLost, transfer }: CallInfo,
  isMember: boolean,
): string {
  switch (state) {
    case 'Initiating':
      return words.call.calling;
    case 'Proceeding':
      return isBeingTransferred(transfer) ? transferWords(transfer) : words.call.connecting;
    case 'Ringing':
      return words.call.ringing;
    case 'IncomingPending':
      return words.call.answering;
    case 'Connected':
      if (mediaLost) return words.call.reconnecting;
      if (holdChange !== null) return words.call[holdChange];
      if (isBeingTransferred(transfer)) return transferWords(transfer);
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
