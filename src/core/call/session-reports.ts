import type { Clock } from '../shared/clock.ts';
import type { CallInfo } from './call-info.ts';
import type { ClientCallHandler } from './call-handler.ts';
import type { CallLedger } from './call-ledger.ts';
import { isTerminated } from './call-state.ts';
import type { CallState } from './call-state.ts';
import { finalStateOf, isAnswered } from './call-transition.ts';
import { impliedEnd } from './own-end.ts';
import { failureReason, mapSessionStateToClientState } from './session-state.ts';

/** The part of the handler that the stack reports to about sessions that are known. */
export type SessionReports = Pick<
  ClientCallHandler,
  | 'onCallProgress'
  | 'onCallStateChanged'
  | 'onCallEstablished'
  | 'onCallConfirmed'
  | 'onCallEnded'
  | 'updateCallInfoFromSession'
>;

/** Builds the reports over a ledger. */
export function createSessionReports(ledger: CallLedger, clock: Clock): SessionReports {
  const follow = (call: CallInfo, state: CallState, reason: string | null): boolean => {
    if (!isTerminated(state)) return ledger.move(call, state, { reason });
    const final = finalStateOf(state, call);
    ledger.finish(call, { state: final, end: impliedEnd(final, reason), eventReason: reason });
    return true;
  };

  return {
    onCallProgress(sessionId, sipCode, reason) {
      const call = ledger.callOf(sessionId);
      if (call === null || call.direction === 'Incoming' || call.connectedAt !== null) return;
      ledger.move(call, sipCode === 180 ? 'Ringing' : 'Proceeding', { reason });
    },

    onCallStateChanged(sessionId, state, reason) {
      const call = ledger.callOf(sessionId);
      if (call === null) return null;
      const changed = follow(call, mapSessionStateToClientState(state), reason ?? failureReason(state));
      return changed && state === 'Terminating' ? { sessionId, layer: 'Client' } : null;
    },

    onCallEstablished({ sessionId }, localSdp, remoteSdp) {
      const call = ledger.callOf(sessionId);
      if (call === null) return;
      const sdps = { localSdp: localSdp ?? call.localSdp, remoteSdp: remoteSdp ?? call.remoteSdp };
      if (call.state === 'Connected') ledger.replace({ ...call, ...sdps });
      else ledger.move({ ...call, ...sdps }, 'Connected', { reason: 'Call established', priority: 'High' });
    },

    onCallConfirmed(sessionId) {
      const call = ledger.callOf(sessionId);
      if (call === null || !isAnswered(call) || call.confirmedAt !== undefined) return;
      ledger.replace({ ...call, confirmedAt: clock.nowMs() });
    },

    onCallEnded(session, end) {
      const call = ledger.callOf(session.sessionId);
      if (call === null) return;
      const state = finalStateOf(mapSessionStateToClientState(session.state), call);
      ledger.finish(call, { state, end });
    },

    updateCallInfoFromSession(callId, session) {
      const call = ledger.liveCall(callId);
      if (call === null) return;
      follow(call, mapSessionStateToClientState(session.state), failureReason(session.state));
    },
  };
}
