import type { CallEnd } from './call-end.ts';
import type { CallInfo } from './call-info.ts';
import { isTerminated } from './call-state.ts';
import type { CallState, FinalCallState, LiveCallState } from './call-state.ts';

const final = ['Terminated', 'Failed', 'Cancelled'] as const;

/** Where a call may go from each state; the diagram in `call-state.ts` as data. A new call is in the first row or in `IncomingPending`. */
const nextStates: Readonly<Record<CallState, readonly CallState[]>> = {
  Initiating: ['Proceeding', 'Ringing', 'Connected', 'Terminating', ...final],
  Proceeding: ['Ringing', 'Connected', 'Terminating', ...final],
  Ringing: ['Proceeding', 'Connected', 'Terminating', ...final],
  IncomingPending: ['Connected', 'Terminating', ...final],
  Connected: ['Proceeding', 'Terminating', ...final],
  Terminating: final,
  Terminated: [],
  Failed: [],
  Cancelled: [],
};

/** All nine states. */
export const callStates = Object.keys(nextStates) as readonly CallState[];

/** Whether somebody has answered the call, and nobody has begun to end it. */
export const isAnswered = ({ state, connectedAt }: CallInfo): boolean =>
  connectedAt !== null && state !== 'Terminating' && !isTerminated(state);

/**
 * The call in its next state, which is not a final one: `finishCall` does that. The same call when it is in that state
 * already, null when it cannot go there: an answered call, which is `Proceeding` in a transfer, does not ring again.
 * `connectedAt` is set the first time only.
 */
export function moveCall(call: CallInfo, to: LiveCallState, nowMs: number): CallInfo | null {
  if (call.state === to) return call;
  if (!nextStates[call.state].includes(to)) return null;
  if (to === 'Ringing' && call.connectedAt !== null) return null;
  return {
    ...call,
    state: to,
    ...(to === 'Ringing' ? { rangAt: call.rangAt ?? nowMs } : {}),
    connectedAt: to === 'Connected' ? (call.connectedAt ?? nowMs) : call.connectedAt,
  };
}

/** The call at its end, or null when it had ended before. */
export function finishCall(call: CallInfo, to: FinalCallState, end: CallEnd, nowMs: number): CallInfo | null {
  if (isTerminated(call.state)) return null;
  return {
    ...call,
    state: to,
    endedAt: nowMs,
    holdChange: null,
    audioDirection: null,
    end,
    terminationReason: end.reason,
    wasConnectedWhenEnded: call.connectedAt !== null,
  };
}

/**
 * The final state that a session's last state means. One that is not final still ends the call (B8): as cancelled when
 * nobody had answered. A call that was answered cannot be cancelled any more (RFC 3261 §9.1).
 */
export function finalStateOf(state: CallState, call: CallInfo): FinalCallState {
  const ending = isTerminated(state) ? state : 'Cancelled';
  return ending === 'Cancelled' && call.connectedAt !== null ? 'Terminated' : ending;
}

/** What the person, or a rule of theirs, ends a call for. */
const ownCauses: readonly CallEnd['cause'][] = ['hung-up', 'rejected', 'busy', 'unavailable', 'redirected'];

/** The final state of a call that ends for this reason, when no session says so. */
export function finalStateFor(end: CallEnd, call: CallInfo): FinalCallState {
  if (call.connectedAt !== null) return 'Terminated';
  if (end.cause === 'cancelled' || end.cause === 'answered-elsewhere') return 'Cancelled';
  return end.initiator === 'local' && ownCauses.includes(end.cause) ? 'Terminated' : 'Failed';
}
