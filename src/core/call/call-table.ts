import type { CallId } from '../shared/ids.ts';
import type { CallInfo } from './call-info.ts';
import { createEndedCalls } from './ended-calls.ts';
import type { EndedCalls } from './ended-calls.ts';

/**
 * All calls, as a read-only `Map` in the order in which they began. A snapshot: every change returns a new table, so
 * that a reader sees by identity whether anything changed. Live calls and history are kept apart: a change copies the
 * live ones only. Iterating sorts once per snapshot; `get`, `has` and `size` cost nothing.
 */
export interface CallTable extends ReadonlyMap<CallId, CallInfo> {
  readonly live: ReadonlyMap<CallId, CallInfo>;
  /** Adds a call that has just begun. */
  readonly begin: (call: CallInfo) => CallTable;
  /** Replaces a live call. */
  readonly replace: (call: CallInfo) => CallTable;
  /** Moves a live call, in its final form, to the history. */
  readonly end: (call: CallInfo) => CallTable;
}

interface Contents {
  readonly live: ReadonlyMap<CallId, CallInfo>;
  /** The place of each live call in the order in which all calls began. */
  readonly orders: ReadonlyMap<CallId, number>;
  readonly ended: EndedCalls;
  readonly begun: number;
}

/** A table without calls that keeps the last `historyLimit` ended ones. */
export const createCallTable = (historyLimit: number): CallTable =>
  tableOf({ live: new Map(), orders: new Map(), ended: createEndedCalls(historyLimit), begun: 0 });

function tableOf(contents: Contents): CallTable {
  const { live, orders, ended, begun } = contents;
  let sorted: ReadonlyMap<CallId, CallInfo> | null = null;
  const inOrder = (): ReadonlyMap<CallId, CallInfo> => (sorted ??= sortCalls(contents));

  return {
    live,
    begin: (call) =>
      tableOf({
        ...contents,
        live: new Map(live).set(call.callId, call),
        orders: new Map(orders).set(call.callId, begun),
        begun: begun + 1,
      }),
    replace: (call) => tableOf({ ...contents, live: new Map(live).set(call.callId, call) }),
    end: (call) =>
      tableOf({
        ...contents,
        live: without(live, call.callId),
        orders: without(orders, call.callId),
        ended: ended.add({ order: orders.get(call.callId) ?? begun, call }),
      }),
    size: live.size + ended.size,
    get: (callId) => live.get(callId) ?? ended.get(callId),
    has: (callId) => live.has(callId) || ended.get(callId) !== undefined,
    forEach: (callback, thisArg) => inOrder().forEach(callback, thisArg),
    entries: () => inOrder().entries(),
    keys: () => inOrder().keys(),
    values: () => inOrder().values(),
    [Symbol.iterator]: () => inOrder()[Symbol.iterator](),
  };
}

function sortCalls({ live, orders, ended }: Contents): ReadonlyMap<CallId, CallInfo> {
  const liveCalls = [...live.values()].map((call) => ({ order: orders.get(call.callId) ?? 0, call }));
  const all = [...ended.list(), ...liveCalls].sort((a, b) => a.order - b.order);
  return new Map(all.map(({ call }) => [call.callId, call]));
}

/** The map without one key. */
export function without<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): ReadonlyMap<Key, Value> {
  const copy = new Map(map);
  copy.delete(key);
  return copy;
}
