import type { RTCSession } from 'jssip/lib/RTCSession';
import type { LiveSession } from './live-session.ts';
import { offerAgain } from './offer-again.ts';

/** Brings JsSIP's idea of a hold back to where it was: there is no way to say that one did not come to be. */
function takeBack(session: RTCSession, onHold: boolean): void {
  // Every later offer and the microphone go by this.
  Reflect.set(session, '_localHold', !onHold);
  if (session.isMuted().audio === true) return;
  // Either of them brings the microphone to what the session is now.
  session.mute({ audio: true });
  session.unmute({ audio: true });
}

/** Holds or resumes by re-INVITE, and resolves when the answer is applied. JsSIP says `hold` before the peer has agreed. Rejects like `offerAgain`. */
export const changeHold = (live: LiveSession, onHold: boolean): Promise<void> =>
  offerAgain(live, {
    start: (done) => (onHold ? live.session.hold({}, done) : live.session.unhold({}, done)),
    takeBack: () => takeBack(live.session, onHold),
  });
