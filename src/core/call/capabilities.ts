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

/** Whether the two sides hear each other, held calls included: also while a transfer that was asked for here is tried. */
export const isTalking = ({ state, transfer }: Pick<CallInfo, 'state' | 'transfer'>): boolean =>
  state === 'Connected' || (state === 'Proceeding' && transfer?.initiator === 'local');

/** The capabilities of a call. A held call can be resumed, not held again (B28); one that is being transferred, not transferred again. */
export function callCapabilities(call: Pick<CallInfo, 'state' | 'onHold' | 'transfer'>): CallCapabilities {
  const { state, onHold, transfer } = call;
  const talking = isTalking(call);
  return {
    canHold: talking && !onHold,
    canResume: talking && onHold,
    canTransfer: talking && !isBeingTransferred(transfer),
    canSendDtmf: talking,
    canMute: talking,
    canHangup: !isTerminated(state) && state !== 'Terminating',
  };
}

/** The capabilities of the call with this id. Throws PhoneError `call/not-found`. */
export function capabilitiesOf(state: CallStoreState, callId: CallId): CallCapabilities {
  const call = state.callInfo.get(callId);
  if (call === undefined) throw new PhoneError({ code: 'call/not-found' });
  return callCapabilities(call);
}
