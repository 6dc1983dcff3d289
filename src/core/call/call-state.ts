/**
 * The state of a call, as the first seed names it.
 *
 * ```
 *  outgoing  Initiating ──► Proceeding ◄──► Ringing ──┐
 *                 │              │             │      ▼
 *  incoming  IncomingPending ────┴─────────────┴──► Connected ──► Terminating
 *                 │                                   │               │
 *                 └──────────► Cancelled · Failed · Terminated ◄──────┘
 * ```
 *
 * `Proceeding` is early media (183), or a transfer under way: a connected call goes there and may come back. A held call
 * is still `Connected`.
 * `Terminating` lasts from our BYE, CANCEL or refusal to the end that the stack reports. JsSIP reports it in the same
 * breath and does not wait for the answer to the BYE: the person is out of the call either way. A hang-up that the stack
 * does not carry out, because there is no session yet, skips it (seed 1, `hangup_call`, `reject_call`).
 * The three states at the bottom are final: a call that ended never comes back. One that was answered neither rings again
 * nor ends as `Cancelled`.
 */
export type CallState =
  | 'Initiating'
  | 'Proceeding'
  | 'Ringing'
  | 'IncomingPending'
  | 'Connected'
  | 'Terminating'
  | 'Terminated'
  | 'Failed'
  | 'Cancelled';

/** Who placed the call. */
export type CallDirection = 'Outgoing' | 'Incoming';

/** The states that a call never leaves. */
export type FinalCallState = Extract<CallState, 'Terminated' | 'Failed' | 'Cancelled'>;

/** The states of a call that is not over. */
export type LiveCallState = Exclude<CallState, FinalCallState>;

/** Whether the two sides are connected, held ones included. Source: seed 1, `CallState::is_active`. */
export const isActive = (state: CallState): boolean => state === 'Connected';

/** Whether the call is over, in one of the three final states. Source: seed 1, `is_terminated`. */
export const isTerminated = (state: CallState): state is FinalCallState =>
  state === 'Terminated' || state === 'Failed' || state === 'Cancelled';

/** Whether the call is not over. Source: seed 1, `is_in_progress`. */
export const isInProgress = (state: CallState): boolean => !isTerminated(state);
