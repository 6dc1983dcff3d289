import type { CallInfo } from '#core/call/call-info.ts';
import { isTerminated } from '#core/call/call-state.ts';
import type { CallStoreState } from '#core/call/call-store.ts';
import { type CallId, asSessionId } from '#core/shared/ids.ts';
import { createStore, type ReadonlyStore } from '#core/shared/store.ts';

/** The calls of a fake phone: a small working stand-in for the store that client-core keeps. */
export interface FakeCallBook {
  readonly store: ReadonlyStore<CallStoreState>;
  readonly get: (callId: CallId) => CallInfo | undefined;
  /** Adds a call. One that is `IncomingPending` waits for a decision. */
  readonly add: (call: CallInfo) => void;
  /** Changes a call and takes it off those that wait. Unknown calls are ignored. */
  readonly change: (callId: CallId, changes: Partial<CallInfo>) => void;
}

/** A book without calls. */
export function createFakeCallBook(): FakeCallBook {
  const store = createStore<CallStoreState>({
    callMapping: new Map(),
    sessionMapping: new Map(),
    callInfo: new Map(),
    liveCalls: new Map(),
    incomingCalls: new Map(),
  });

  const put = (call: CallInfo, waits: boolean) =>
    store.setState((state) => {
      const callInfo = new Map(state.callInfo).set(call.callId, call);
      const incomingCalls = new Map(state.incomingCalls);
      if (waits) {
        const { remoteUri: from, localUri: to, receivedHeaders: headers } = call;
        incomingCalls.set(call.callId, { sessionId: asSessionId(call.callId), from, to, sdp: null, headers });
      } else {
        incomingCalls.delete(call.callId);
      }
      const liveCalls = new Map([...callInfo].filter(([, { state }]) => !isTerminated(state)));
      return { ...state, callInfo, liveCalls, incomingCalls };
    });

  const get = (callId: CallId) => store.getState().callInfo.get(callId);
  return {
    store,
    get,
    add: (call) => put(call, call.state === 'IncomingPending'),
    change(callId, changes) {
      const call = get(callId);
      if (call !== undefined) put({ ...call, ...changes }, false);
    },
  };
}
