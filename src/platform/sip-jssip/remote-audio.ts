import type { RTCSession } from 'jssip/lib/RTCSession';
import type { AudioSource } from '#core/media/audio-source.ts';
import { toAudioSource } from '../media-handles.ts';
import { withPeerConnection } from './peer-connection.ts';

/** Reports the remote party's sound when its track arrives. */
export function observeRemoteAudio(session: RTCSession, onAudio: (source: AudioSource) => void): void {
  withPeerConnection(session, (connection) => {
    connection.addEventListener('track', ({ track, streams }) => {
      if (track.kind !== 'audio') return;
      onAudio(toAudioSource(streams[0] ?? new MediaStream([track])));
    });
  });
}
