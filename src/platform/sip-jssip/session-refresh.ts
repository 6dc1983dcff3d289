import type { RTCSession } from 'jssip/lib/RTCSession';
import { PhoneError } from '#core/errors/phone-error.ts';
import type { LiveSession } from './live-session.ts';
import { offerAgain } from './offer-again.ts';

/** What JsSIP keeps of it (`RTCSession.js`); it has no types for that. */
interface SessionTimers {
  /** Whether it is us who refresh. */
  readonly refresher: boolean;
  refreshMethod: 'UPDATE' | 'INVITE';
  /** In seconds. */
  readonly currentExpires: number;
  timer: ReturnType<typeof setTimeout> | null;
}

type SendUpdate = (options: {
  readonly eventHandlers: Readonly<Record<'succeeded' | 'failed', () => void>>;
}) => void;

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
 * moment only: a refresh that meets an offer never comes, and a hold that meets a refresh is refused. `onUnreachable` is
 * called when it did not get through.
 */
export function refreshInTurn(live: LiveSession, onUnreachable: () => void): void {
  const { session } = live;
  const timers = timersOf(session);
  const runTimer = (Reflect.get(session, '_runSessionTimer') as () => void).bind(session);
  const sendUpdate = (Reflect.get(session, '_sendUpdate') as SendUpdate).bind(session);

  const update = (done: () => void): boolean => {
    sendUpdate({ eventHandlers: { succeeded: done, failed: () => live.endOffer?.('refused') } });
    return true;
  };
  const refresh = async (): Promise<void> => {
    try {
      await offerAgain(live, {
        start: (done) => (timers.refreshMethod === 'UPDATE' ? update(done) : session.renegotiate({}, done)),
        takeBack: () => undefined,
      });
    } catch (error) {
      // A peer that does not agree ends the call when its time is over, or does not.
      if (error instanceof PhoneError && error.detail.code === 'signalling/transport-lost') onUnreachable();
    }
  };

  Reflect.set(session, '_runSessionTimer', () => {
    runTimer();
    if (!timers.refresher) return;
    if (timers.timer !== null) clearTimeout(timers.timer);
    timers.timer = setTimeout(() => void live.inTurn(refresh), timers.currentExpires * 500);
  });
}
