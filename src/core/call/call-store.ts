import type { CallId, SessionId } from '../shared/ids.ts';
import type { IncomingSession } from '../signalling/session.ts';
import type { CallInfo } from './call-info.ts';

/**
 * The four maps of the first seed in one state. Read-only: `ClientCallHandler` is the one writer, and every change
 * replaces the maps that changed and keeps the others and all untouched `CallInfo`s by reference.
 */
export interface CallStoreState {
  readonly callMapping: ReadonlyMap<SessionId, CallId>;
  /** The inverse of `callMapping`. */
  readonly sessionMapping: ReadonlyMap<CallId, SessionId>;
  /** Every call, ended ones included up to the history's bound, in the order in which they began. */
  readonly callInfo: ReadonlyMap<CallId, CallInfo>;
  /** The calls of `callInfo` that have not ended, in the order in which they began. */
  readonly liveCalls: ReadonlyMap<CallId, CallInfo>;
  /** Calls that wait for the person's decision. */
  readonly incomingCalls: ReadonlyMap<CallId, IncomingSession>;
}
