import type { RTCSession } from 'jssip/lib/RTCSession';
import { PhoneError } from '#core/errors/phone-error.ts';
import { unlessEnded, type LiveSession } from './live-session.ts';

/** The words with which JsSIP ends a session whose peer has refused the offer. */
const endOfRefused = ['Hold Failed', 'Unhold Failed'];

/** Resolves when JsSIP would end the session for a refused offer, which the session then survives. Until `release`. */
function surviveRefusal(session: RTCSession) {
  let refuse = () => {};
  const refused = new Promise<void>((resolve) => {
    refuse = resolve;
  });
  const terminate = session.terminate.bind(session);
  session.terminate = (options) => {
    if (endOfRefused.includes(options?.reason_phrase ?? '')) refuse();
    else terminate(options);
  };
  return { refused, release: () => void Reflect.deleteProperty(session, 'terminate') };
}

/** Brings session and connection back to where they were before the offer that was refused. */
async function takeBack(session: RTCSession, onHold: boolean): Promise<void> {
  // JsSIP 3.13 has no way to say that a hold did not come to be; every later offer and the microphone go by this.
  Reflect.set(session, '_localHold', !onHold);
  if (session.isMuted().audio !== true) {
    // Either of them brings the microphone to what the session is now.
    session.mute({ audio: true });
    session.unmute({ audio: true });
  }
  if (session.connection.signalingState === 'have-local-offer') {
    // After an answer that it could not apply Chromium takes no description at all any more; the sound goes on.
    await session.connection.setLocalDescription({ type: 'rollback' }).catch(() => undefined);
  }
}

/**
 * Holds or resumes by re-INVITE, and resolves when the answer is applied. JsSIP says `hold` before the peer has agreed.
 * Rejects with `call/refused-by-peer` when it does not (488, 491 twice): the session then is as it was.
 */
export async function changeHold(live: LiveSession, onHold: boolean): Promise<void> {
  const { session } = live;
  if (session.isEnded()) throw new PhoneError({ code: 'call/ended' });
  if (!session.isReadyToReOffer()) {
    throw new PhoneError({ code: 'call/not-possible-now', details: 'another offer is under way' });
  }
  const { refused, release } = surviveRefusal(session);
  const agreed = new Promise<boolean>((resolve, reject) => {
    const done = () => resolve(true);
    const started = onHold ? session.hold({}, done) : session.unhold({}, done);
    if (!started) reject(new PhoneError({ code: 'call/not-possible-now' }));
    void refused.then(() => resolve(false));
  });
  try {
    if (await unlessEnded(live, agreed, new PhoneError({ code: 'call/ended' }))) return;
    await takeBack(session, onHold);
  } finally {
    release();
  }
  throw new PhoneError({ code: 'call/refused-by-peer' });
}
