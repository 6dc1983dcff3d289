import type { CallId } from '../shared/ids.ts';
import type { AudioSource } from './audio-source.ts';

/** What the other sides hear from here: the person's microphone, or the mix of a conference with the person in it. */
export interface OwnVoice {
  /** Gives a call another sound to send, in which the person is as muted as before. */
  readonly send: (callId: CallId, source: AudioSource) => void;
  readonly setMuted: (callId: CallId, muted: boolean) => void;
}

/**
 * Builds it. The stack switches the track that it sends off and on by itself, for hold: a call that sends its microphone is
 * muted there as well, and the stack has the last word. In a mix it would mute the others with the person, who is muted at
 * the source only; the beep of a recording is let through as well (`isMutedAtSource`), by the stack itself.
 */
export function createOwnVoice(deps: {
  readonly sendSound: (callId: CallId, source: AudioSource) => void;
  readonly muteMicrophone: (callId: CallId, muted: boolean) => void;
  readonly muteInStack: (callId: CallId, muted: boolean) => void;
  readonly isMuted: (callId: CallId) => boolean;
  readonly isInConference: (callId: CallId) => boolean;
}): OwnVoice {
  const { sendSound, muteMicrophone, muteInStack, isMuted, isInConference } = deps;
  return {
    setMuted(callId, muted) {
      muteMicrophone(callId, muted);
      if (!isInConference(callId)) muteInStack(callId, muted);
    },
    send(callId, source) {
      sendSound(callId, source);
      muteInStack(callId, isMuted(callId) && !isInConference(callId));
      // The stack may have opened the microphone, which it sends until the mix has taken its place.
      if (isInConference(callId)) muteMicrophone(callId, isMuted(callId));
    },
  };
}
