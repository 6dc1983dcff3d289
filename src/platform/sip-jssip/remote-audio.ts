import type { RTCSession } from 'jssip/lib/RTCSession';
import type { AudioSource } from '#core/media/audio-source.ts';
import { toAudioSource } from '../media-handles.ts';

/**
 * Reports the remote party's sound when its track arrives. An outgoing session has its peer connection from the start
 * (its `peerconnection` event was emitted before anyone could listen), an incoming one only once it is answered.
 */
export function observeRemoteAudio(session: RTCSession, onAudio: (source: AudioSource) => void): void {
  const observe = (connection: RTCPeerConnection) => {
    connection.addEventListener('track', ({ track, streams }) => {
      if (track.kind !== 'audio') return;
      onAudio(toAudioSource(streams[0] ?? new MediaStream([track])));
    });
  };
  if (session.connection) observe(session.connection);
  else session.on('peerconnection', ({ peerconnection }) => observe(peerconnection));
}
