import type { RTCSession } from 'jssip/lib/RTCSession';
import type { PhoneError } from '#core/errors/phone-error.ts';
import type { SerialQueue } from '#core/shared/serial-queue.ts';

/** How an offer within a dialog came out. */
export type OfferOutcome = 'agreed' | 'refused' | 'collided' | 'unreachable' | 'impossible';

/** A session that JsSIP has not ended. */
export interface LiveSession {
  readonly session: RTCSession;
  /** Resolves when it has. */
  readonly ended: Promise<void>;
  /**
   * Everything that renegotiates, and the digits that a hold must wait for. JsSIP takes a second offer before it has sent
   * the first, and ends the session when the two collide.
   */
  readonly inTurn: SerialQueue;
  /** Ends an offer of ours that is under way; null when there is none. */
  endOffer: ((outcome: OfferOutcome) => void) | null;
}

/** Waits for something that the end of the session keeps from happening. */
export const unlessEnded = <Result>(
  { ended }: Pick<LiveSession, 'ended'>,
  wanted: Promise<Result>,
  failure: PhoneError,
) =>
  Promise.race([
    wanted,
    ended.then<Result>(() => {
      throw failure;
    }),
  ]);

/** What JsSIP's types say of it is less. */
export type AcceptTransfer = (onSession: (session: RTCSession) => void, options: object) => void;

/** An INVITE, or the answer to one. */
export interface ReceivedInvite {
  readonly getHeader: (name: string) => string | undefined;
}

/** A session of an account, and what has become of it. */
export interface KnownSession extends LiveSession {
  /** Null until the INVITE is on its way. */
  sipCallId: string | null;
  isAnswered: boolean;
  /** A REFER that waits for an answer. */
  transfer: { readonly accept: AcceptTransfer; readonly reject: () => void } | null;
}
