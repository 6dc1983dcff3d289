import type { RTCSession } from 'jssip/lib/RTCSession';
import type { AudioSource } from '#core/media/audio-source.ts';
import { toAudioSource } from '../media-handles.ts';
import { withPeerConnection } from './peer-connection.ts';

/** What is reported of the remote party's sound. */
interface RemoteAudioListener {
  readonly onAudio: (source: AudioSource) => void;
  /** The first packet has come in, of a call that we placed: until then there is nothing to hear, whatever an SDP says. */
  readonly onBegan: () => void;
}

/**
 * Reports the remote party's sound when its track arrives. That of an incoming call waits for the 200: nothing can be
 * heard sooner, and to play it takes the browser 5 ms of the way there.
 */
export function observeRemoteAudio(session: RTCSession, { onAudio, onBegan }: RemoteAudioListener): void {
  // JsSIP's own enum for the direction exists in its types only; its `isEstablished()` is true from answer() on.
  const isIncoming = (session.direction as string) === 'incoming';
  let isBeingAnswered = isIncoming;
  if (isBeingAnswered) session.once('accepted', () => (isBeingAnswered = false));
  withPeerConnection(session, (connection) => {
    connection.addEventListener('track', ({ track, streams }) => {
      if (track.kind !== 'audio') return;
      const tell = () => onAudio(toAudioSource(streams[0] ?? new MediaStream([track])));
      if (isBeingAnswered) {
        session.once('accepted', tell);
        return;
      }
      tell();
      if (isIncoming) return;
      // A track is muted until its first packet (WebRTC 1.0 §5.3): tried in Chromium, within 21 ms of it.
      if (track.muted) track.addEventListener('unmute', onBegan, { once: true });
      else onBegan();
    });
  });
}
