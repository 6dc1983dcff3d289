import { isActive, isInProgress } from './call-state.ts';
import type { CallInfo } from './call-info.ts';

/** The live calls, counted. Source: seed 1, `CallStats`. */
export interface CallStats {
  /** Calls that are not over. */
  readonly totalActiveCalls: number;
  /** Answered ones, held ones included. */
  readonly connectedCalls: number;
  /** Those that come in and are not answered. */
  readonly incomingPendingCalls: number;
}

/** The live calls and all that are kept. Source: seed 1, `ClientStats`. */
export interface CallStatistics extends CallStats {
  /** Ended ones included, as far as the history goes. */
  readonly totalCalls: number;
}

/** Counts the calls anew: nothing is counted beside them, so nothing can drift. */
export function countCalls(calls: Iterable<CallInfo>): CallStatistics {
  const count = { totalCalls: 0, totalActiveCalls: 0, connectedCalls: 0, incomingPendingCalls: 0 };
  for (const { state } of calls) {
    count.totalCalls += 1;
    if (isInProgress(state)) count.totalActiveCalls += 1;
    if (isActive(state)) count.connectedCalls += 1;
    if (state === 'IncomingPending') count.incomingPendingCalls += 1;
  }
  return count;
}

/** The live calls that are neither answered nor wait for our answer. */
export const ringingCalls = (stats: CallStats): number =>
  stats.totalActiveCalls - stats.connectedCalls - stats.incomingPendingCalls;
