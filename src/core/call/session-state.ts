import { assertNever } from '../shared/assert-never.ts';
import type { SessionState } from '../signalling/session.ts';
import type { CallState } from './call-state.ts';

/**
 * The call state that a session state means. A held session is still a connected call, a transfer under way is
 * `Proceeding`. Source: seed 1, `map_session_state_to_client_state`.
 */
export function mapSessionStateToClientState(state: SessionState): CallState {
  if (typeof state === 'object') return 'Failed';
  switch (state) {
    case 'Active':
    case 'OnHold':
      return 'Connected';
    case 'Transferring':
      return 'Proceeding';
    case 'Initiating':
    case 'Ringing':
    case 'Terminating':
    case 'Terminated':
    case 'Cancelled':
      return state;
    default:
      return assertNever(state);
  }
}

/** Why a session failed, in the stack's words; null when it did not. */
export const failureReason = (state: SessionState): string | null =>
  typeof state === 'object' ? state.Failed : null;
