import type { RTCSession } from 'jssip/lib/RTCSession';
import type { PhoneError } from '#core/errors/phone-error.ts';
import type { SerialQueue } from '#core/shared/serial-queue.ts';

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
}

/** Waits for something that the end of the session keeps from happening. */
export const unlessEnded = <Result>({ ended }: LiveSession, wanted: Promise<Result>, failure: PhoneError) =>
  Promise.race([
    wanted,
    ended.then<Result>(() => {
      throw failure;
    }),
  ]);
