import type { AudioSource } from '../media/audio-source.ts';
import type { Clock } from '../shared/clock.ts';
import type { CallId, SessionId } from '../shared/ids.ts';
import type { ClientCallHandler } from './call-handler.ts';
import { callsBeside } from './one-live-call.ts';

/** How calls that wait are taken by the person. */
export interface Acceptance {
  /** Answers at once when nobody is in the way, else when they are held. Rejects with `call/other-not-held`: it rings on. */
  readonly accept: (callId: CallId) => Promise<void>;
  /** Whether the person has taken a call that the store still has waiting: it is quiet, and is not taken twice. */
  readonly isAccepted: (callId: CallId) => boolean;
  /** Brings the store up to what was accepted. To be called as soon as anything else happens to the call. */
  readonly settle: (callId: CallId) => void;
}

/** How long the 200 comes before everything else. */
const headStartMs = 100;

/** Builds it. */
export function createAcceptance(deps: {
  readonly calls: Pick<ClientCallHandler, 'store' | 'getIncomingCall' | 'answerCall'>;
  readonly clock: Clock;
  /** The microphone that was opened while the call rang; null where it has to be asked for. */
  readonly openMicrophone: (callId: CallId) => AudioSource | null;
  /** Sends the 200. */
  readonly send200: (sessionId: SessionId, microphone: AudioSource) => void;
  /** Answers a call that waits for no decision any more and has no microphone yet. */
  readonly answer: (callId: CallId, sessionId: SessionId) => void;
  readonly makeRoomFor: (callId: CallId) => Promise<void>;
  /** Which calls are accepted is another answer now. */
  readonly onChange: () => void;
}): Acceptance {
  const { calls, clock, openMicrophone, send200, answer, makeRoomFor, onChange } = deps;
  /** Those that are answered, for as long as the head start. */
  const accepted = new Set<CallId>();
  /** Those that are answered once the others are held. */
  const waitingForRoom = new Set<CallId>();

  const settle = (callId: CallId): void => {
    if (accepted.delete(callId) && calls.getIncomingCall(callId) !== null) calls.answerCall(callId);
  };

  const acceptNow = (callId: CallId): void => {
    const session = calls.getIncomingCall(callId);
    const microphone = openMicrophone(callId);
    if (session === null || accepted.has(callId)) return;
    if (microphone === null) {
      answer(callId, calls.answerCall(callId));
      return;
    }
    accepted.add(callId);
    onChange();
    // Drawing takes as long as answering, and would double it: the 200 first.
    clock.setTimer(() => settle(callId), headStartMs);
    send200(session.sessionId, microphone);
  };

  return {
    settle,
    isAccepted: (callId) => accepted.has(callId) || waitingForRoom.has(callId),
    async accept(callId) {
      if (callsBeside(calls.store.getState(), callId).length > 0) {
        waitingForRoom.add(callId);
        onChange();
        try {
          await makeRoomFor(callId);
        } catch (error) {
          waitingForRoom.delete(callId);
          onChange();
          throw error;
        }
      }
      acceptNow(callId);
      waitingForRoom.delete(callId);
    },
  };
}
