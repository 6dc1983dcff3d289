import type { CallEnd } from '#core/call/call-end.ts';
import type { FinalCallState } from '#core/call/call-state.ts';
import type { SessionId } from '#core/shared/ids.ts';
import type { SessionEvent } from '#core/signalling/session.ts';

/** A session that is not over, as far as its end depends on it. */
interface LiveSession {
  readonly direction: 'incoming' | 'outgoing';
  readonly answered: boolean;
  readonly confirmed: boolean;
}

/** The sessions of a fake stack. */
export interface FakeSessions {
  readonly open: (sessionId: SessionId, direction: LiveSession['direction']) => void;
  readonly isLive: (sessionId: SessionId) => boolean;
  readonly isAnswered: (sessionId: SessionId) => boolean;
  /** Passes an event on, unless the session is over or never was. */
  readonly report: (sessionId: SessionId, event: SessionEvent) => void;
  /** Ends a session from our side, as its state asks for. */
  readonly end: (sessionId: SessionId) => void;
  readonly endAll: () => void;
}

/** Makes them. Like JsSIP, they call an unanswered end from our side a cancel or a refusal. */
export function createFakeSessions(emit: (sessionId: SessionId, event: SessionEvent) => void): FakeSessions {
  const live = new Map<SessionId, LiveSession>();

  const report = (sessionId: SessionId, event: SessionEvent): void => {
    const session = live.get(sessionId);
    if (session === undefined) return;
    if (event.kind === 'ended') live.delete(sessionId);
    if (event.kind === 'accepted') live.set(sessionId, { ...session, answered: true });
    if (event.kind === 'confirmed') live.set(sessionId, { ...session, answered: true, confirmed: true });
    emit(sessionId, event);
  };

  const end = (sessionId: SessionId): void => {
    const session = live.get(sessionId);
    if (session === undefined) return;
    const [state, cause] = endFromHere(session);
    report(sessionId, {
      kind: 'ended',
      confirmed: session.confirmed,
      state,
      end: { cause, initiator: 'local', sipCode: null, reason: cause },
    });
  };

  return {
    open: (sessionId, direction) =>
      void live.set(sessionId, { direction, answered: false, confirmed: false }),
    isLive: (sessionId) => live.has(sessionId),
    isAnswered: (sessionId) => live.get(sessionId)?.answered ?? false,
    report,
    end,
    endAll() {
      for (const sessionId of live.keys()) end(sessionId);
    },
  };
}

function endFromHere({ direction, answered }: LiveSession): readonly [FinalCallState, CallEnd['cause']] {
  if (answered) return ['Terminated', 'hung-up'];
  return direction === 'outgoing' ? ['Cancelled', 'cancelled'] : ['Terminated', 'rejected'];
}
