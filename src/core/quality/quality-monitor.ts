import type { ClientCallHandler } from '../call/call-handler.ts';
import type { CallInfo } from '../call/call-info.ts';
import type { Clock } from '../shared/clock.ts';
import type { CallId, SessionId } from '../shared/ids.ts';
import { createStore, type ReadonlyStore } from '../shared/store.ts';
import { addMeasurement, noQuality, type CallQuality } from './call-quality.ts';
import { measure, steadyQuality } from './measurement.ts';
import { createOneWayWatch, type OneWayWatch } from './one-way-watch.ts';
import type { RtpCounters } from './rtp-counters.ts';

/** Of every call that was answered and that the handler still knows, how it sounds or sounded. */
export type QualityStore = ReadonlyStore<ReadonlyMap<CallId, CallQuality>>;

/** How often the counters are read. */
const intervalMs = 1000;

interface WatchedCall {
  readonly watch: OneWayWatch;
  counters: RtpCounters | null;
}

/**
 * Reads the counters of all connected calls once a second, and reports to the handler what the last seconds agree on. It
 * rests while no call is connected. `readCounters` brings null for a session that has none, and does not reject.
 */
export function createQualityMonitor(deps: {
  readonly calls: Pick<ClientCallHandler, 'store' | 'onMediaQuality'>;
  readonly readCounters: (sessionId: SessionId) => Promise<RtpCounters | null>;
  readonly clock: Clock;
}): QualityStore {
  const { calls, readCounters, clock } = deps;
  const store = createStore<ReadonlyMap<CallId, CallQuality>>(new Map());
  const watched = new Map<CallId, WatchedCall>();
  let isRunning = false;

  const connected = (): readonly CallInfo[] =>
    [...calls.store.getState().liveCalls.values()].filter(({ state }) => state === 'Connected');

  const put = (callId: CallId, quality: CallQuality): void => {
    const { callInfo } = calls.store.getState();
    // What the history has let go of is let go of here.
    const kept = [...store.getState()].filter(([known]) => known !== callId && callInfo.has(known));
    store.setState(new Map([...kept, [callId, quality]]));
  };

  const note = (callId: CallId, sessionId: SessionId, counters: RtpCounters): void => {
    const call = calls.store.getState().liveCalls.get(callId);
    const known = watched.get(callId);
    if (call?.state !== 'Connected' || known === undefined) return;
    const measurement = known.counters === null ? null : measure(known.counters, counters);
    known.counters = counters;
    const before = store.getState().get(callId) ?? noQuality;
    const oneWay = known.watch.look(counters, call.audioDirection);
    if (measurement === null && oneWay === before.oneWay) return;
    const quality = { ...(measurement === null ? before : addMeasurement(before, measurement)), oneWay };
    put(callId, quality);
    const steady = measurement === null ? null : steadyQuality(quality.recent);
    if (steady !== null) calls.onMediaQuality(sessionId, steady);
  };

  const readAll = async (): Promise<void> => {
    const { sessionMapping } = calls.store.getState();
    await Promise.all(
      connected().map(async ({ callId }) => {
        const sessionId = sessionMapping.get(callId);
        if (sessionId === undefined) return;
        if (!watched.has(callId)) watched.set(callId, { watch: createOneWayWatch(), counters: null });
        const counters = await readCounters(sessionId);
        if (counters !== null) note(callId, sessionId, counters);
      }),
    );
  };

  const run = async (): Promise<void> => {
    await readAll();
    for (const callId of watched.keys()) {
      if (!calls.store.getState().liveCalls.has(callId)) watched.delete(callId);
    }
    isRunning = connected().length > 0;
    if (isRunning) clock.setTimer(() => void run(), intervalMs);
  };

  calls.store.subscribe(() => {
    if (isRunning || connected().length === 0) return;
    isRunning = true;
    clock.setTimer(() => void run(), intervalMs);
  });

  return store;
}
