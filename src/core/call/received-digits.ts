import type { CallId } from '../shared/ids.ts';
import { createStore, type ReadonlyStore } from '../shared/store.ts';
import type { ClientCallHandler } from './call-handler.ts';

/** The digits that came in, by call, oldest first. Of calls that the handler still knows. */
export type ReceivedDigits = ReadonlyStore<ReadonlyMap<CallId, string>>;

/** As many as a page shows; the far end may send for ever. */
const maxDigits = 64;

/** Collects what the handler reports. */
export function collectReceivedDigits(calls: Pick<ClientCallHandler, 'store' | 'subscribe'>): ReceivedDigits {
  const store = createStore<ReadonlyMap<CallId, string>>(new Map());
  calls.subscribe((event) => {
    if (event.kind !== 'MediaEvent' || event.mediaType.kind !== 'DtmfReceived') return;
    const { callId, mediaType } = event;
    const { callInfo } = calls.store.getState();
    const digits = `${store.getState().get(callId) ?? ''}${mediaType.digit}`.slice(-maxDigits);
    const kept = [...store.getState()].filter(([known]) => callInfo.has(known));
    store.setState(new Map(kept).set(callId, digits));
  });
  return store;
}
