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

/** What became of a call that is over. */
export type CallOutcome = 'answered' | 'missed' | 'rejected' | 'cancelled' | 'failed';

/** How long the answered calls that are over took, from the answer to the end, in milliseconds; null where there is none. */
export interface CallDurations {
  readonly totalMs: number;
  readonly meanMs: number | null;
  readonly minMs: number | null;
  readonly maxMs: number | null;
}

/** The calls that are not over, yet neither ring nor count as connected. */
interface CallsOnTheWay {
  /** Answered ones in a transfer, and those whose end is under way. */
  readonly leavingCalls: number;
}

/** The live calls and all that are kept. Source: seed 1, `ClientStats`. */
export interface CallStatistics extends CallStats, CallsOnTheWay {
  /** Ended ones included, as far as the history goes. */
  readonly totalCalls: number;
  /** Of `totalCalls`. */
  readonly incomingCalls: number;
  readonly outgoingCalls: number;
  /** The calls that are over, by what became of them. */
  readonly outcomes: Readonly<Record<CallOutcome, number>>;
  readonly durations: CallDurations;
}

/**
 * What became of a call; null while it is live. `missed`: it came in and nobody here answered it. `rejected`: one of the
 * two said no, or was busy. `cancelled`: the caller here gave up, or another phone of the callee answered.
 */
export function callOutcome({ state, direction, connectedAt, end, error }: CallInfo): CallOutcome | null {
  if (isInProgress(state)) return null;
  if (connectedAt !== null) return 'answered';
  const cause = end?.cause;
  if (cause === 'answered-elsewhere') return 'cancelled';
  if (cause === 'rejected' || cause === 'busy') return 'rejected';
  if (direction === 'Outgoing') return state === 'Cancelled' ? 'cancelled' : 'failed';
  return error === null ? 'missed' : 'failed';
}

/** How long a call was connected; null while it is live, and when nobody answered it. */
export const callDurationMs = ({ connectedAt, endedAt }: CallInfo): number | null =>
  connectedAt === null || endedAt === null ? null : endedAt - connectedAt;

/** Counts the calls anew: nothing is counted beside them, so nothing can drift. */
export function countCalls(calls: Iterable<CallInfo>): CallStatistics {
  const count = {
    totalCalls: 0,
    totalActiveCalls: 0,
    connectedCalls: 0,
    incomingPendingCalls: 0,
    leavingCalls: 0,
    incomingCalls: 0,
    outgoingCalls: 0,
  };
  const outcomes = { answered: 0, missed: 0, rejected: 0, cancelled: 0, failed: 0 };
  const durationsMs: number[] = [];
  for (const call of calls) {
    const { state, direction, connectedAt } = call;
    count.totalCalls += 1;
    count[direction === 'Incoming' ? 'incomingCalls' : 'outgoingCalls'] += 1;
    if (isInProgress(state)) count.totalActiveCalls += 1;
    if (isActive(state)) count.connectedCalls += 1;
    if (state === 'IncomingPending') count.incomingPendingCalls += 1;
    if (state === 'Terminating' || (state === 'Proceeding' && connectedAt !== null)) count.leavingCalls += 1;
    const outcome = callOutcome(call);
    if (outcome !== null) outcomes[outcome] += 1;
    const durationMs = callDurationMs(call);
    if (durationMs !== null) durationsMs.push(durationMs);
  }
  return { ...count, outcomes, durations: summarise(durationsMs) };
}

function summarise(durationsMs: readonly number[]): CallDurations {
  const totalMs = durationsMs.reduce((sum, durationMs) => sum + durationMs, 0);
  if (durationsMs.length === 0) return { totalMs, meanMs: null, minMs: null, maxMs: null };
  const sorted = durationsMs.toSorted((a, b) => a - b);
  return {
    totalMs,
    meanMs: totalMs / sorted.length,
    minMs: sorted[0] ?? null,
    maxMs: sorted.at(-1) ?? null,
  };
}

/** The live calls that are neither answered, nor wait for our answer, nor end. */
export const ringingCalls = (stats: CallStats & Partial<CallsOnTheWay>): number =>
  stats.totalActiveCalls - stats.connectedCalls - stats.incomingPendingCalls - (stats.leavingCalls ?? 0);
