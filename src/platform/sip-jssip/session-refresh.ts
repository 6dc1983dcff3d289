import type { RTCSession } from 'jssip/lib/RTCSession';
import { PhoneError } from '#core/errors/phone-error.ts';
import type { LiveSession } from './live-session.ts';
import { offerAgain } from './offer-again.ts';
import { longestIntervalSec } from './session-interval.ts';

/** What JsSIP keeps of it (`RTCSession.js`); it has no types for that. */
interface SessionTimers {
  /** Whether it is us who refresh. */
  readonly refresher: boolean;
  refreshMethod: 'UPDATE' | 'INVITE';
  /** In seconds. */
  currentExpires: number;
  timer: ReturnType<typeof setTimeout> | null;
}

type SendUpdate = (options: {
  readonly eventHandlers: {
    readonly succeeded: () => void;
    readonly failed: (response?: { readonly status_code: number }) => void;
  };
}) => void;

/** A peer that has not agreed until so little of the time is left will not. */
const shortestPauseMs = 5000;

const timersOf = (session: RTCSession) => Reflect.get(session, '_sessionTimers') as SessionTimers;

/**
 * Refreshes a session (RFC 4028) by what the peer says that it knows. JsSIP takes UPDATE in any case (JsSIP#506); a peer that
 * refuses it ends the call when its time is over.
 */
export function refreshAsAllowed(session: RTCSession, allow: string | undefined): void {
  if (allow === undefined || /\bUPDATE\b/i.test(allow)) return;
  timersOf(session).refreshMethod = 'INVITE';
}

/**
 * Refreshes a session when half of its time is over, in turn with everything else that renegotiates. JsSIP would look at that
 * moment only: a refresh that meets an offer never comes, and a hold that meets a refresh is refused. One that the peer
 * does not agree to comes again when half of what is left is over (RFC 4028 §10 lets it follow the refusal, and not hammer).
 * `onUnreachable` is called when it did not get through.
 */
export function refreshInTurn(live: LiveSession, onUnreachable: () => void): void {
  const { session } = live;
  const timers = timersOf(session);
  const runTimer = (Reflect.get(session, '_runSessionTimer') as () => void).bind(session);

  const update = (done: () => void): boolean => {
    (Reflect.get(session, '_sendUpdate') as SendUpdate).call(session, {
      eventHandlers: {
        succeeded: done,
        failed(response) {
          const status = response?.status_code;
          if (status === 405 || status === 501) timers.refreshMethod = 'INVITE';
          live.endOffer?.(status === 491 ? 'collided' : 'refused');
        },
      },
    });
    return true;
  };
  const refreshIn = (pauseMs: number, endMs: number): void => {
    if (timers.timer !== null) clearTimeout(timers.timer);
    const timer = setTimeout(
      () => void live.inTurn(() => refresh(() => timers.timer === timer, endMs)),
      pauseMs,
    );
    timers.timer = timer;
  };
  const refresh = async (isDue: () => boolean, endMs: number): Promise<void> => {
    // What was under way has refreshed the session as well.
    if (!isDue()) return;
    try {
      await offerAgain(live, {
        start: (done) => (timers.refreshMethod === 'UPDATE' ? update(done) : session.renegotiate({}, done)),
        takeBack: () => undefined,
      });
    } catch (error) {
      if (error instanceof PhoneError && error.detail.code === 'signalling/transport-lost') onUnreachable();
      // A peer that does not agree to the last ends the call when its time is over, or does not.
      const pauseMs = (endMs - performance.now()) / 2;
      if (isDue() && !session.isEnded() && pauseMs >= shortestPauseMs) refreshIn(pauseMs, endMs);
    }
  };

  Reflect.set(session, '_runSessionTimer', () => {
    timers.currentExpires = Math.min(timers.currentExpires, longestIntervalSec);
    runTimer();
    if (!timers.refresher) return;
    const intervalMs = timers.currentExpires * 1000;
    refreshIn(intervalMs / 2, performance.now() + intervalMs);
  });
}
