import type { CallInfo } from '#core/call/call-info.ts';
import type { CallState } from '#core/call/call-state.ts';
import type { CallStatistics } from '#core/call/statistics.ts';

/** The statistics of calls, counted again by rules of the tests' own: the states are those that were told. */
export function recountCalls(
  kept: readonly CallInfo[],
  states: readonly (CallState | undefined)[],
  live: number,
): CallStatistics {
  const by = (matches: (call: CallInfo) => boolean) => kept.filter(matches).length;
  const ended = kept.filter(({ endedAt }) => endedAt !== null);
  const unanswered = ended.filter(({ wasConnectedWhenEnded }) => !wasConnectedWhenEnded);
  const refusals: readonly unknown[] = ['rejected', 'busy'];
  const isRefused = ({ end }: CallInfo) => refusals.includes(end?.cause);
  const isTakenElsewhere = ({ end }: CallInfo) => end?.cause === 'answered-elsewhere';
  const open = unanswered.filter((call) => !isRefused(call) && !isTakenElsewhere(call));
  const gaveUp = open.filter(({ direction, state }) => direction === 'Outgoing' && state === 'Cancelled');
  const missed = open.filter(({ direction, error }) => direction === 'Incoming' && error === null);
  const durationsMs = ended.flatMap(({ connectedAt, endedAt }) =>
    connectedAt === null || endedAt === null ? [] : [endedAt - connectedAt],
  );
  const totalMs = durationsMs.reduce((sum, duration) => sum + duration, 0);
  const some = durationsMs.length > 0;
  return {
    totalCalls: states.length,
    totalActiveCalls: live,
    connectedCalls: states.filter((state) => state === 'Connected').length,
    incomingPendingCalls: states.filter((state) => state === 'IncomingPending').length,
    leavingCalls: by(
      ({ state, connectedAt }) => state === 'Terminating' || (state === 'Proceeding' && connectedAt !== null),
    ),
    incomingCalls: by(({ direction }) => direction === 'Incoming'),
    outgoingCalls: by(({ direction }) => direction === 'Outgoing'),
    outcomes: {
      answered: ended.length - unanswered.length,
      missed: missed.length,
      rejected: unanswered.filter(isRefused).length,
      cancelled: gaveUp.length + unanswered.filter(isTakenElsewhere).length,
      failed: open.length - gaveUp.length - missed.length,
    },
    durations: {
      totalMs,
      meanMs: some ? totalMs / durationsMs.length : null,
      minMs: some ? Math.min(...durationsMs) : null,
      maxMs: some ? Math.max(...durationsMs) : null,
    },
  };
}
