import type { CallStoreState } from '../call/call-store.ts';
import type { CallAudioPort } from '../media/call-audio-port.ts';
import type { MicrophonePort } from '../media/microphone-port.ts';
import type { Clock } from '../shared/clock.ts';
import type { CallId } from '../shared/ids.ts';
import { createStore, type ReadonlyStore } from '../shared/store.ts';
import type { Ringing } from './screen-call.ts';

/** How far the phone is with answering a call by itself. */
export type AutoAnswer =
  /** It rings until then. */
  | { readonly phase: 'due'; readonly atMs: number }
  /** The person hears the tone that says so. */
  | { readonly phase: 'warning' }
  | { readonly phase: 'answered' };

/** The calls that the phone answers, or has answered, by itself. */
export type AutoAnswers = ReadonlyMap<CallId, AutoAnswer>;

/** What the rules do to calls that wait. */
export interface WaitingRules {
  readonly autoAnswers: ReadonlyStore<AutoAnswers>;
  /** Applies what was decided of a call that rings now. */
  readonly follow: (callId: CallId, screening: Ringing) => void;
  /** The person decides about this call after all. */
  readonly cancelAutoAnswer: (callId: CallId) => void;
}

/** What they are made of. */
export interface WaitingRulesDeps {
  readonly calls: ReadonlyStore<CallStoreState>;
  readonly clock: Clock;
  readonly callAudio: Pick<CallAudioPort, 'permission' | 'startAutoAnswerTone'>;
  readonly microphone: Pick<MicrophonePort, 'isAllowed'>;
  readonly accept: (callId: CallId) => Promise<void>;
  readonly forward: (callId: CallId, targetUri: string) => void;
}

/** How long the tone is heard before the person is. */
export const warningMs = 900;

/**
 * Makes it. A call is answered only while there is no other one, and only where the person can be warned: the page may make
 * sound and the browser asks for no microphone. Otherwise it rings on, as if there were no rule.
 */
export function createWaitingRules(deps: WaitingRulesDeps): WaitingRules {
  const { calls, clock, callAudio, microphone, accept, forward } = deps;
  const autoAnswers = createStore<AutoAnswers>(new Map());
  /** What ends the step that an automatic answer is in. */
  const cancels = new Map<CallId, () => void>();

  const set = (callId: CallId, state: AutoAnswer | null): void =>
    autoAnswers.setState((before) => {
      const after = new Map(before);
      if (state === null) after.delete(callId);
      else after.set(callId, state);
      return after;
    });

  const waits = (callId: CallId): boolean => calls.getState().incomingCalls.has(callId);
  const isAlone = (callId: CallId): boolean =>
    [...calls.getState().liveCalls.keys()].every((id) => id === callId);
  const isPossible = (callId: CallId): boolean =>
    waits(callId) && isAlone(callId) && callAudio.permission.getState() === 'allowed';

  const giveUp = (callId: CallId): void => {
    cancels.get(callId)?.();
    cancels.delete(callId);
    if (autoAnswers.getState().has(callId)) set(callId, null);
  };

  const answer = async (callId: CallId): Promise<void> => {
    if (!isPossible(callId)) {
      giveUp(callId);
      return;
    }
    cancels.delete(callId);
    set(callId, { phase: 'answered' });
    await accept(callId).catch(() => giveUp(callId));
  };

  const warn = async (callId: CallId): Promise<void> => {
    const isMicrophoneAllowed = await microphone.isAllowed();
    // The person may have decided meanwhile.
    if (!autoAnswers.getState().has(callId)) return;
    if (!isMicrophoneAllowed || !isPossible(callId)) {
      giveUp(callId);
      return;
    }
    set(callId, { phase: 'warning' });
    const silence = callAudio.startAutoAnswerTone();
    const cancelTimer = clock.setTimer(() => {
      silence();
      void answer(callId);
    }, warningMs);
    cancels.set(callId, () => {
      cancelTimer();
      silence();
    });
  };

  const forwards = new Map<CallId, () => void>();
  calls.subscribe(({ incomingCalls, liveCalls }) => {
    for (const [callId, cancel] of forwards) {
      if (incomingCalls.has(callId)) continue;
      cancel();
      forwards.delete(callId);
    }
    for (const [callId, { phase }] of autoAnswers.getState()) {
      const isOver = !liveCalls.has(callId);
      if (isOver || (phase !== 'answered' && !incomingCalls.has(callId))) giveUp(callId);
    }
  });

  return {
    autoAnswers,
    cancelAutoAnswer(callId) {
      if (autoAnswers.getState().get(callId)?.phase !== 'answered') giveUp(callId);
    },
    follow(callId, screening) {
      if (!waits(callId)) return;
      if (screening.forward !== null) {
        const { targetUri, afterSec } = screening.forward;
        forwards.set(
          callId,
          clock.setTimer(() => forward(callId, targetUri), afterSec * 1000),
        );
      }
      if (screening.answerAfterSec !== null) {
        const delayMs = screening.answerAfterSec * 1000;
        set(callId, { phase: 'due', atMs: clock.nowMs() + delayMs });
        cancels.set(
          callId,
          clock.setTimer(() => void warn(callId), delayMs),
        );
      }
    },
  };
}
