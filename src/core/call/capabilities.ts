import { PhoneError } from '../errors/phone-error.ts';
import type { CallId } from '../shared/ids.ts';
import type { CallInfo } from './call-info.ts';
import { isTerminated } from './call-state.ts';
import { isBeingTransferred } from './call-transfer.ts';
import type { CallStoreState } from './call-store.ts';

/** What can be done with a call now. Every button asks here, and so does the command behind it. Source: seed 1. */
export interface CallCapabilities {
  readonly canHold: boolean;
  readonly canResume: boolean;
  readonly canTransfer: boolean;
  readonly canSendDtmf: boolean;
  readonly canMute: boolean;
  readonly canHangup: boolean;
}

/** The capabilities of a call. A held call can be resumed, not held again (B28); one that is being transferred, not transferred again. */
export function callCapabilities({
  state,
  onHold,
  transfer,
}: Pick<CallInfo, 'state' | 'onHold' | 'transfer'>): CallCapabilities {
  const connected = state === 'Connected';
  return {
    canHold: connected && !onHold,
    canResume: connected && onHold,
    canTransfer: connected && !isBeingTransferred(transfer),
    canSendDtmf: connected,
    canMute: connected,
    canHangup: !isTerminated(state) && state !== 'Terminating',
  };
}

/** The capabilities of the call with this id. Throws PhoneError `call/not-found`. */
export function capabilitiesOf(state: CallStoreState, callId: CallId): CallCapabilities {
  const call = state.callInfo.get(callId);
  if (call === undefined) throw new PhoneError({ code: 'call/not-found' });
  return callCapabilities(call);
}
