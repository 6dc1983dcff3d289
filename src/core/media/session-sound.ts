import type { CallId } from '../shared/ids.ts';
import type { SessionEvent } from '../signalling/session.ts';
import type { AudioSource } from './audio-source.ts';
import type { CallMedia } from './call-media.ts';

/** Takes what the stack reports of a call's sound to whoever plays, mixes and records it. */
export function followSessionSound(deps: {
  readonly media: Pick<CallMedia, 'setRemote' | 'setRemoteHeard' | 'setFrames'>;
  readonly isInConference: (callId: CallId) => boolean;
  readonly refreshConference: (callId: CallId) => void;
  readonly recordRemote: (callId: CallId, source: AudioSource) => void;
  /** What is sent arrives. */
  readonly onConnected: (callId: CallId) => void;
  /** Whether a remote party is heard is another answer now. */
  readonly onRemoteHeard: () => void;
}): (callId: CallId, event: SessionEvent) => void {
  const { media, isInConference, refreshConference, recordRemote, onConnected, onRemoteHeard } = deps;
  return (callId, event) => {
    if (event.kind === 'remoteAudioChanged') {
      media.setRemote(callId, event.source);
      if (isInConference(callId)) refreshConference(callId);
      else recordRemote(callId, event.source);
    } else if (event.kind === 'remoteAudioBegan') {
      media.setRemoteHeard(callId);
      onRemoteHeard();
    } else if (event.kind === 'mediaConnected') {
      onConnected(callId);
    } else if (event.kind === 'framesTapped') {
      media.setFrames(callId, event.tap);
    }
  };
}
