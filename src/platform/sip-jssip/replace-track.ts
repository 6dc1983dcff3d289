import type { RTCSession } from 'jssip/lib/RTCSession';
import type { AudioSource } from '#core/media/audio-source.ts';
import { toMediaStream } from '../media-handles.ts';

/** Tracks without a muted person's voice. A mute must not switch off what else is in them. */
const mutedAtSource = new WeakSet<MediaStreamTrack>();

/** JsSIP silences the track that is there when a call is held or muted, and knows nothing of one that comes later. */
function isToBeSilent(session: RTCSession, track: MediaStreamTrack): boolean {
  const { local, remote } = session.isOnHold();
  return local || remote || (session.isMuted().audio === true && !mutedAtSource.has(track));
}

/** What sends the sound of a session; undefined while nothing does. */
const senderOf = ({ connection }: RTCSession): RTCRtpSender | undefined =>
  // Not there before the session has a connection, whatever its type says.
  (connection as RTCPeerConnection | undefined)?.getSenders().find(({ track }) => track?.kind === 'audio');

/** Sends another microphone from now on, as silent as the one before. `isMutedAtSource`: a mute leaves it alone. */
export async function replaceTrack(
  session: RTCSession,
  microphone: AudioSource,
  isMutedAtSource = false,
): Promise<void> {
  const [track = null] = toMediaStream(microphone).getAudioTracks();
  const sender = senderOf(session);
  if (track === null || sender === undefined) return;
  if (isMutedAtSource) mutedAtSource.add(track);
  if (isToBeSilent(session, track)) track.enabled = false;
  try {
    await sender.replaceTrack(track);
  } catch {
    // The connection was closed meanwhile, and nobody misses it.
    return;
  }
  // Resumed meanwhile, JsSIP has opened the one before.
  track.enabled = !isToBeSilent(session, track);
}

/** Mutes a session or no longer, and lets go on what is muted at its source: JsSIP switches off whatever is sent. */
export function muteSession(session: RTCSession, muted: boolean): void {
  if (muted) session.mute({ audio: true });
  else session.unmute({ audio: true });
  const track = senderOf(session)?.track ?? null;
  if (track !== null && mutedAtSource.has(track)) track.enabled = !isToBeSilent(session, track);
}
