import { createConference, type Conference } from '../call/conference.ts';
import type { ClientCallHandler } from '../call/call-handler.ts';
import type { RecordingSources } from '../recording/recorder-port.ts';
import type { CallId, SessionId } from '../shared/ids.ts';
import type { SessionSignalling } from '../signalling/route-by-session.ts';
import type { SessionEvent } from '../signalling/session.ts';
import type { SoftphoneDeps } from '../softphone-deps.ts';
import type { AudioSource } from './audio-source.ts';
import { createCallMedia, type CallMedia } from './call-media.ts';
import { createOwnVoice, type OwnVoice } from './own-voice.ts';
import { followRecordingBeeps } from './recording-beep.ts';
import { followSessionSound } from './session-sound.ts';

/** The sound of all calls: what is open for each, what it sends, who is heard together, and what of it is recorded. */
export interface CallSound {
  readonly media: CallMedia;
  readonly conference: Conference;
  readonly ownVoice: OwnVoice;
  /** Takes what the stack reports of a call's sound. */
  readonly follow: (callId: CallId, event: SessionEvent) => void;
  /** Who is in the recording of a call: the remote parties, and the person. */
  readonly sourcesOf: (callId: CallId) => RecordingSources;
}

const toSources = (source: AudioSource | null): readonly AudioSource[] => (source === null ? [] : [source]);

/** Builds it. `inSession` runs a command in the session of a call, if it has one. */
export function createCallSound(
  deps: Pick<SoftphoneDeps, 'config' | 'microphone' | 'callAudio' | 'recordings'> & {
    readonly calls: Pick<ClientCallHandler, 'store'>;
    readonly isOver: (callId: CallId) => boolean;
    readonly inSession: (
      callId: CallId,
      run: (signalling: SessionSignalling, sessionId: SessionId) => void,
    ) => void;
    /** Whether a remote party is heard is another answer now. */
    readonly onRemoteHeard: () => void;
  },
): CallSound {
  const { calls, isOver, microphone, callAudio, recordings, inSession, onRemoteHeard } = deps;
  const isInConference = (callId: CallId): boolean => conference.members.getState().has(callId);

  const media = createCallMedia(microphone, callAudio, isOver, (callId, source) => {
    if (isInConference(callId)) conference.refresh(callId);
    else beeps.send(callId, source);
    // Without the beep: the recording has the voices only.
    recordings.setSources(callId, 1, [source]);
  });
  const beeps = followRecordingBeeps(deps, media, (callId, ...sound) =>
    inSession(callId, (signalling, sessionId) => signalling.replaceMicrophone(sessionId, ...sound)),
  );
  const ownVoice = createOwnVoice({
    sendSound: beeps.send,
    muteMicrophone: media.setMuted,
    muteInStack: (callId, muted) =>
      inSession(callId, (signalling, sessionId) => signalling.setMuted(sessionId, muted)),
    isMuted: (callId) => calls.store.getState().callInfo.get(callId)?.microphoneMuted === true,
    isInConference,
  });
  const conference = createConference({
    calls,
    local: media.local,
    remote: media.remote,
    mix: callAudio.mix,
    send: ownVoice.send,
    record: (callId, parties) => recordings.setSources(callId, 0, parties),
  });

  return {
    media,
    conference,
    ownVoice,
    follow: followSessionSound({
      media,
      isInConference,
      refreshConference: conference.refresh,
      recordRemote: (callId, source) => recordings.setSources(callId, 0, [source]),
      onConnected: beeps.onConnected,
      onRemoteHeard,
    }),
    sourcesOf(callId) {
      const parties = isInConference(callId) ? [...conference.members.getState()] : [callId];
      return [parties.flatMap((party) => toSources(media.remote(party))), toSources(media.local(callId))];
    },
  };
}
