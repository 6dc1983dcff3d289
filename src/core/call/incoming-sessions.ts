import { assertNever } from '../shared/assert-never.ts';
import type { CallId, SessionId } from '../shared/ids.ts';
import type { IncomingSession } from '../signalling/session.ts';
import type { SignallingPort } from '../signalling/signalling-port.ts';
import type { ClientCallHandler } from './call-handler.ts';

/** Brings sessions that come in to the handler, and its decisions back to the stack. */
export function createIncomingSessions(deps: {
  readonly calls: Pick<ClientCallHandler, 'store' | 'onIncomingCall' | 'answerCall'>;
  readonly signalling: () => Pick<SignallingPort, 'reject' | 'redirect'> | null;
  /** Answers a session whose call waits for no decision any more. */
  readonly answer: (callId: CallId, sessionId: SessionId) => void;
  /** Makes ready for a call that may be answered. */
  readonly warmUp: (callId: CallId) => void;
}): (session: IncomingSession) => void {
  const { calls, signalling, answer, warmUp } = deps;

  const takeIn = async (session: IncomingSession): Promise<void> => {
    const { sessionId } = session;
    // Whoever is signed in now: another may be when the application has decided.
    const port = signalling();
    const deciding = calls.onIncomingCall(session);
    const callId = calls.store.getState().callMapping.get(sessionId);
    if (callId !== undefined) {
      warmUp(callId);
      // Whoever is in the call that is replaced has said yes long ago.
      if (session.replaces !== undefined) answer(callId, calls.answerCall(callId));
    }
    const decision = await deciding;
    switch (decision.kind) {
      case 'accept':
        if (callId !== undefined) answer(callId, sessionId);
        return;
      case 'reject':
        port?.reject(sessionId, decision.statusCode, decision.reason);
        return;
      case 'forward':
        port?.redirect(sessionId, decision.targetUri);
        return;
      case 'defer':
        return;
      default:
        assertNever(decision);
    }
  };
  return (session) => void takeIn(session);
}
