import { assertNever } from '../shared/assert-never.ts';
import type { CallId, SessionId } from '../shared/ids.ts';
import type { IncomingSession } from '../signalling/session.ts';
import type { SignallingPort } from '../signalling/signalling-port.ts';
import type { Ringing, Screening } from '../call-rules/screen-call.ts';
import type { ClientCallHandler } from './call-handler.ts';
import { ownDoNotDisturb, ownForward } from './own-end.ts';

/** What is done with a session that the person is not asked about. */
type TurnedAway = Exclude<Screening, Ringing>;

/** Brings sessions that come in to the handler, and its decisions back to the stack. */
export function createIncomingSessions(deps: {
  readonly calls: Pick<ClientCallHandler, 'store' | 'onIncomingCall' | 'answerCall' | 'turnAwayCall'>;
  /** The person's rules. */
  readonly screen: (session: IncomingSession) => Screening;
  /** Tells the rules which call it became that rings now. */
  readonly onRinging: (callId: CallId, screening: Ringing) => void;
  readonly signalling: () => Pick<SignallingPort, 'reject' | 'redirect'> | null;
  /** Answers a session whose call waits for no decision any more. */
  readonly answer: (callId: CallId, sessionId: SessionId) => void;
  /** Makes ready for a call that may be answered. */
  readonly warmUp: (callId: CallId) => void;
}): (session: IncomingSession) => void {
  const { calls, screen, onRinging, signalling, answer, warmUp } = deps;

  /** Before anybody hears of the call: a ring of a millisecond would be one. */
  const turnAway = (session: IncomingSession, screening: TurnedAway): void => {
    if (screening.kind === 'turnAway') {
      calls.turnAwayCall(session, ownDoNotDisturb);
      signalling()?.reject(session.sessionId, 480);
    } else {
      calls.turnAwayCall(session, ownForward(screening.targetUri));
      signalling()?.redirect(session.sessionId, screening.targetUri);
    }
  };

  const takeIn = async (session: IncomingSession): Promise<void> => {
    const { sessionId } = session;
    // Whoever is signed in now: another may be when the application has decided.
    const port = signalling();
    // Whoever is in a call that is replaced is not called anew.
    const screening = session.replaces === undefined ? screen(session) : null;
    if (screening !== null && screening.kind !== 'ring') {
      turnAway(session, screening);
      return;
    }
    const deciding = calls.onIncomingCall(session);
    const callId = calls.store.getState().callMapping.get(sessionId);
    if (callId !== undefined) {
      warmUp(callId);
      if (screening !== null) onRinging(callId, screening);
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
