import { PhoneError, toPhoneErrorDetail } from '../errors/phone-error.ts';
import type { CallId } from '../shared/ids.ts';
import type { Logger } from '../shared/logger.ts';
import type { CallControls } from './call-controls.ts';
import type { ClientCallHandler } from './call-handler.ts';
import type { CallInfo } from './call-info.ts';
import type { CallStoreState } from './call-store.ts';
import { callCapabilities } from './capabilities.ts';

/** The calls that would be heard and spoken into beside this one: connected, and not held from here. */
export const callsBeside = ({ liveCalls }: CallStoreState, callId: CallId): readonly CallInfo[] =>
  [...liveCalls.values()].filter(
    (call) => call.callId !== callId && call.state === 'Connected' && !call.onHold,
  );

/**
 * Keeps to one call that is heard: whatever begins a call or takes one back holds the others first, and again once it is
 * heard. A call that comes back by itself, because its transfer failed, is held where another is heard.
 */
export interface OneLiveCall {
  /**
   * Resolves when every call beside this one is on hold or over. Rejects with PhoneError `call/other-not-held` when one
   * cannot be: nothing else was done then.
   */
  readonly makeRoomFor: (callId: CallId) => Promise<void>;
  /**
   * The same for a call that is heard from now on, however it came to be: others may have been answered or taken back since
   * room was made. Ignored for one that is not heard, or is being held for another itself: of two at once, one stays.
   */
  readonly stayAlone: (callId: CallId) => Promise<void>;
  /** Takes a call back, alone. Rejects like both. */
  readonly resume: (callId: CallId) => Promise<void>;
}

/** Builds it over the book of calls and the commands that hold one and take it back. Calls that are `together` may be heard beside each other. */
export function createOneLiveCall(
  { store, subscribe }: Pick<ClientCallHandler, 'store' | 'subscribe'>,
  { hold, resume }: Pick<CallControls, 'hold' | 'resume'>,
  together: () => ReadonlySet<CallId>,
  logger: Logger,
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

  subscribe((event) => {
    if (event.kind !== 'CallStateChanged' || event.newState !== 'Connected') return;
    const call = store.getState().liveCalls.get(event.callId);
    // An outgoing call with early media is `Proceeding`, too.
    const isBack = event.previousState === 'Proceeding' && call?.transfer?.initiator === 'local';
    if (!isBack || call.onHold) return;
    const [heard] = inTheWayOf(call.callId);
    if (heard === undefined) return;
    putAside(call.callId, heard).catch((error: unknown) =>
      logger.warn('a call whose transfer failed is heard beside another', { error: String(error) }),
    );
  });

  const makeRoomFor = async (callId: CallId): Promise<void> => {
    await Promise.all(inTheWayOf(callId).map((other) => putAside(other, callId)));
  };

  const stayAlone = async (callId: CallId): Promise<void> => {
    const call = store.getState().liveCalls.get(callId);
    if (call?.state !== 'Connected' || call.onHold || underWay.has(callId)) return;
    await makeRoomFor(callId);
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
