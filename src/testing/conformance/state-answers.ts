import { callCapabilities, capabilitiesOf } from '#core/call/capabilities.ts';
import { isActive, isInProgress, isTerminated } from '#core/call/call-state.ts';
import type { CallState } from '#core/call/call-state.ts';
import { callStates } from '#core/call/call-transition.ts';
import { noCalls } from '#core/call/call-store-changes.ts';
import { mapSessionStateToClientState } from '#core/call/session-state.ts';
import { asCallId } from '#core/shared/ids.ts';
import type { SessionState } from '#core/signalling/session.ts';
import { toSeedError } from './answers.ts';

export const stateAnswers = {
  call_state_predicates(input: { readonly state: CallState } | readonly CallState[]) {
    if ('state' in input) {
      const { state } = input;
      return {
        isActive: isActive(state),
        isTerminated: isTerminated(state),
        isInProgress: isInProgress(state),
      };
    }
    return new Set(callStates.filter((state) => input.includes(state))).size;
  },

  state_mapping: ({ state, reason }: { readonly state: SessionState; readonly reason?: string }) =>
    mapSessionStateToClientState(state === ('Failed' as SessionState) ? { Failed: reason ?? '' } : state),

  capabilities({ state, onHold }: { readonly state: CallState | null; readonly onHold?: boolean }) {
    if (state !== null) return callCapabilities({ state, onHold: onHold ?? false, transfer: null });
    try {
      return capabilitiesOf(noCalls(0), asCallId('nobody'));
    } catch (error) {
      return toSeedError(error);
    }
  },
};
