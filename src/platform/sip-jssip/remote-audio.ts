import type { RTCSession } from 'jssip/lib/RTCSession';
import type { AudioSource } from '#core/media/audio-source.ts';
import { toAudioSource } from '../media-handles.ts';
import { withPeerConnection } from './peer-connection.ts';

/**
 * Reports the remote party's sound when its track arrives. That of an incoming call waits for the 200: nothing can be
 * heard sooner, and to play it takes the browser 5 ms of the way there.
 */
export function observeRemoteAudio(session: RTCSession, onAudio: (source: AudioSource) => void): void {
  // JsSIP's own enum for the direction exists in its types only; its `isEstablished()` is true from answer() on.
  let isBeingAnswered = (session.direction as string) === 'incoming';
  if (isBeingAnswered) session.once('accepted', () => (isBeingAnswered = false));
  withPeerConnection(session, (connection) => {
    connection.addEventListener('track', ({ track, streams }) => {
      if (track.kind !== 'audio') return;
      const tell = () => onAudio(toAudioSource(streams[0] ?? new MediaStream([track])));
      if (isBeingAnswered) session.once('accepted', tell);
      else tell();
    });
  });
}
