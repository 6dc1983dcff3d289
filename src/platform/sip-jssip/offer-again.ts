import type { RTCSession } from 'jssip/lib/RTCSession';
import { PhoneError } from '#core/errors/phone-error.ts';
import { assertNever } from '#core/shared/assert-never.ts';
import { unlessEnded, type LiveSession, type OfferOutcome } from './live-session.ts';
import { pause } from './pause.ts';

/** A change of an established session that the peer has to agree to. */
export interface Change {
  /** Begins it by a re-INVITE; false where the session cannot. `done` is called when the answer is applied. */
  readonly start: (done: () => void) => boolean;
  /** Brings JsSIP back to what was before, where the offer came to nothing. */
  readonly takeBack: () => void;
}

/**
 * How long a re-INVITE waits that has collided with one of the peer (RFC 3261 §14.1): whoever began the call leaves the
 * peer the first turn.
 */
const collisionPauseMs = (session: RTCSession): number =>
  (session.direction as string) === 'outgoing' ? 2100 + Math.random() * 1900 : Math.random() * 2000;

/**
 * Offers a change, a second time when it has collided with an offer of the peer, and resolves when the answer is applied or
 * will not come. To be called in turn. Rejects with `call/ended`.
 */
export async function tryOffer(live: LiveSession, change: Change): Promise<OfferOutcome> {
  const { session } = live;
  const ended = new PhoneError({ code: 'call/ended' });
  if (session.isEnded()) throw ended;
  const outcome = await unlessEnded(live, offer(live, change), ended);
  if (outcome !== 'collided') return outcome;
  await unlessEnded(live, pause(collisionPauseMs(session)), ended);
  return unlessEnded(live, offer(live, change), ended);
}

/**
 * Offers a change like `tryOffer`, for whom only an agreement will do. Rejects with `call/ended`, `call/refused-by-peer`,
 * `signalling/transport-lost` or `call/not-possible-now`: the session is as it was then.
 */
export async function offerAgain(live: LiveSession, change: Change): Promise<void> {
  const outcome = await tryOffer(live, change);
  switch (outcome) {
    case 'agreed':
      return;
    case 'unreachable':
      throw new PhoneError({ code: 'signalling/transport-lost' });
    case 'impossible':
      throw new PhoneError({ code: 'call/not-possible-now', details: 'another offer is under way' });
    case 'refused':
    case 'collided':
      throw new PhoneError({ code: 'call/refused-by-peer' });
    default:
      assertNever(outcome);
  }
}

async function offer(live: LiveSession, { start, takeBack }: Change): Promise<OfferOutcome> {
  const { session } = live;
  if (!session.isReadyToReOffer()) return 'impossible';
  const outcome = await new Promise<OfferOutcome>((resolve) => {
    live.endOffer = resolve;
    if (!start(() => resolve('agreed'))) resolve('impossible');
  });
  live.endOffer = null;
  if (outcome === 'agreed' || session.isEnded()) return outcome;
  takeBack();
  if (session.connection.signalingState === 'have-local-offer') {
    // After an answer that it could not apply Chromium takes no description at all any more; the sound goes on.
    await session.connection.setLocalDescription({ type: 'rollback' }).catch(() => undefined);
  }
  return outcome;
}
