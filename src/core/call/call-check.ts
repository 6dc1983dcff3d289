import { PhoneError } from '../errors/phone-error.ts';
import type { CallId } from '../shared/ids.ts';
import type { CallInfo } from './call-info.ts';
import { isTerminated } from './call-state.ts';
import type { CallStoreState } from './call-store.ts';
import { isTalking } from './capabilities.ts';

/**
 * The call with this id, whose two sides must hear each other. Throws PhoneError `call/not-found`, `call/ended` or
 * `call/not-connected`. Source: seed 1, `CallNotFound`, `InvalidCallState`, `InvalidCallStateGeneric`.
 */
export function connectedCall(state: CallStoreState, callId: CallId): CallInfo {
  const call = state.callInfo.get(callId);
  if (call === undefined) throw new PhoneError({ code: 'call/not-found' });
  const { state: callState } = call;
  if (isTerminated(callState)) throw new PhoneError({ code: 'call/ended', callState });
  if (!isTalking(call)) throw new PhoneError({ code: 'call/not-connected', callState });
  return call;
}
