import type { RTCSession } from 'jssip/lib/RTCSession';
import type { AudioSource } from '#core/media/audio-source.ts';
import { toMediaStream } from '../media-handles.ts';

/** JsSIP silences the track that is there when a call is held or muted, and knows nothing of one that comes later. */
function isToBeSilent(session: RTCSession): boolean {
  const { local, remote } = session.isOnHold();
  return local || remote || session.isMuted().audio === true;
}

/** Sends another microphone from now on, as silent as the one before. */
export async function replaceTrack(session: RTCSession, microphone: AudioSource): Promise<void> {
  const [track = null] = toMediaStream(microphone).getAudioTracks();
  const sender = session.connection?.getSenders().find((each) => each.track?.kind === 'audio');
  if (track === null || sender === undefined) return;
  if (isToBeSilent(session)) track.enabled = false;
  try {
    await sender.replaceTrack(track);
  } catch {
    // The connection was closed meanwhile, and nobody misses it.
    return;
  }
  // Resumed meanwhile, JsSIP has opened the one before.
  track.enabled = !isToBeSilent(session);
}
