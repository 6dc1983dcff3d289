import { PhoneError, toPhoneErrorDetail } from '../errors/phone-error.ts';
import type { CallId } from '../shared/ids.ts';
import type { CallControls } from './call-controls.ts';
import type { ClientCallHandler } from './call-handler.ts';
import type { CallInfo } from './call-info.ts';
import type { CallStoreState } from './call-store.ts';
import { callCapabilities, isTalking } from './capabilities.ts';

const isHeard = (call: CallInfo): boolean => isTalking(call) && !call.onHold;

/** The calls that would be heard and spoken into beside this one. */
export const callsBeside = ({ liveCalls }: CallStoreState, callId: CallId): readonly CallInfo[] =>
  [...liveCalls.values()].filter((call) => call.callId !== callId && isHeard(call));

/**
 * Keeps to one call that is heard, or one conference. Whoever makes a call heard holds all others first, so that nothing is
 * done where one cannot be held; and again once it is heard, as others may have been answered or taken back meanwhile.
 */
export interface OneLiveCall {
  /**
   * Resolves when every call beside this one is on hold or over. Rejects with PhoneError `call/other-not-held` when one
   * cannot be.
   */
  readonly makeRoomFor: (callId: CallId) => Promise<void>;
  /** The same for a call that is heard now. Ignored for one that is not, or is being held for another itself: of two at once, one stays. */
  readonly stayAlone: (callId: CallId) => Promise<void>;
  /** Takes a call back, alone. Rejects like both. */
  readonly resume: (callId: CallId) => Promise<void>;
}

/** Builds it over the book of calls and the commands that hold one and take it back. Calls that are `together` may be heard beside each other. */
export function createOneLiveCall(
  { store }: Pick<ClientCallHandler, 'store'>,
  { hold, resume }: Pick<CallControls, 'hold' | 'resume'>,
  together: () => ReadonlySet<CallId>,
): OneLiveCall {
  /** Two who need room at once wait for the same hold. */
  const underWay = new Map<CallId, Promise<void>>();

  const inTheWayOf = (callId: CallId): readonly CallId[] => {
    const friends = together().has(callId) ? together() : new Set<CallId>();
    return callsBeside(store.getState(), callId)
      .map((call) => call.callId)
      .filter((other) => !friends.has(other));
  };

  const putAside = async (callId: CallId, of: CallId): Promise<void> => {
    const holding = underWay.get(callId) ?? hold(callId);
    underWay.set(callId, holding);
    try {
      await holding;
    } catch (error) {
      // One that ended meanwhile is in nobody's way.
      if (!inTheWayOf(of).includes(callId)) return;
      throw new PhoneError({ code: 'call/other-not-held', details: toPhoneErrorDetail(error).code }, error);
    } finally {
      underWay.delete(callId);
    }
  };

  const makeRoomFor = async (callId: CallId): Promise<void> => {
    await Promise.all(inTheWayOf(callId).map((other) => putAside(other, callId)));
  };

  const stayAlone = async (callId: CallId): Promise<void> => {
    const call = store.getState().liveCalls.get(callId);
    if (call !== undefined && isHeard(call) && !underWay.has(callId)) await makeRoomFor(callId);
  };

  return {
    makeRoomFor,
    stayAlone,
    async resume(callId) {
      const call = store.getState().liveCalls.get(callId);
      // What cannot be taken back holds nobody.
      if (call !== undefined && callCapabilities(call).canResume) await makeRoomFor(callId);
      await resume(callId);
      await stayAlone(callId);
    },
  };
}
