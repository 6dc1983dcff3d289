import type { CallId, SessionId } from '../shared/ids.ts';
import type { IncomingSession } from '../signalling/session.ts';
import type { CallInfo } from './call-info.ts';
import type { CallStoreState } from './call-store.ts';
import { createCallTable, without } from './call-table.ts';
import type { CallTable } from './call-table.ts';

/** The store's state as its writer holds it. */
export interface CallRecords extends CallStoreState {
  readonly callInfo: CallTable;
}

/** No calls, and room for `historyLimit` ended ones. */
export function noCalls(historyLimit: number): CallRecords {
  const callInfo = createCallTable(historyLimit);
  return {
    callMapping: new Map(),
    sessionMapping: new Map(),
    callInfo,
    liveCalls: callInfo.live,
    incomingCalls: new Map(),
  };
}

const withTable = (records: CallRecords, callInfo: CallTable): CallRecords => ({
  ...records,
  callInfo,
  liveCalls: callInfo.live,
});

/** A call of ours has begun; there is no session yet. */
export const addOutgoing = (records: CallRecords, call: CallInfo): CallRecords =>
  withTable(records, records.callInfo.begin(call));

/** A call came in: it is mapped, known and waits for a decision, all in one change. */
export function addIncoming(records: CallRecords, call: CallInfo, session: IncomingSession): CallRecords {
  const known = withTable(records, records.callInfo.begin(call));
  return rememberIncoming(mapSession(known, call.callId, session.sessionId), call.callId, session);
}

/** Binds a session to a call, in both directions. */
export const mapSession = (records: CallRecords, callId: CallId, sessionId: SessionId): CallRecords => ({
  ...records,
  callMapping: new Map(records.callMapping).set(sessionId, callId),
  sessionMapping: new Map(records.sessionMapping).set(callId, sessionId),
});

/** A live call has changed. */
export const replaceCall = (records: CallRecords, call: CallInfo): CallRecords =>
  withTable(records, records.callInfo.replace(call));

/** A call is over: it goes to the history, and its mappings and its wait for a decision go away. */
export function endCallRecord(records: CallRecords, call: CallInfo): CallRecords {
  const ended = withTable(records, records.callInfo.end(call));
  const sessionId = records.sessionMapping.get(call.callId);
  const unmapped =
    sessionId === undefined
      ? ended
      : {
          ...ended,
          callMapping: without(ended.callMapping, sessionId),
          sessionMapping: without(ended.sessionMapping, call.callId),
        };
  return forgetIncoming(unmapped, call.callId);
}

export const rememberIncoming = (
  records: CallRecords,
  callId: CallId,
  session: IncomingSession,
): CallRecords => ({ ...records, incomingCalls: new Map(records.incomingCalls).set(callId, session) });

export const forgetIncoming = (records: CallRecords, callId: CallId): CallRecords =>
  records.incomingCalls.has(callId)
    ? { ...records, incomingCalls: without(records.incomingCalls, callId) }
    : records;
