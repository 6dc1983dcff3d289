import { PhoneError, toPhoneErrorDetail } from '../errors/phone-error.ts';
import type { CallId } from '../shared/ids.ts';
import type { ReadonlyStore } from '../shared/store.ts';
import type { CallInfo } from './call-info.ts';
import type { CallStoreState } from './call-store.ts';

/** The calls that would be heard and spoken into beside this one: connected, and not held from here. */
export const callsBeside = ({ liveCalls }: CallStoreState, callId: CallId): readonly CallInfo[] =>
  [...liveCalls.values()].filter(
    (call) => call.callId !== callId && call.state === 'Connected' && !call.onHold,
  );

/** Keeps to one call that is heard: whatever begins a call or takes one back holds the others first. */
export interface OneLiveCall {
  /**
   * Resolves when every call beside this one is on hold or over. Rejects with PhoneError `call/other-not-held` when one
   * cannot be: nothing else was done then.
   */
  readonly makeRoomFor: (callId: CallId) => Promise<void>;
}

/** Builds it over the book of calls and the command that holds one. Calls that are `together` may be heard beside each other. */
export function createOneLiveCall(
  store: ReadonlyStore<CallStoreState>,
  hold: (callId: CallId) => Promise<void>,
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

  return {
    async makeRoomFor(callId) {
      await Promise.all(inTheWayOf(callId).map((other) => putAside(other, callId)));
    },
  };
}
