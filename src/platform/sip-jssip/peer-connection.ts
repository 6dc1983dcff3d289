import type { RTCSession } from 'jssip/lib/RTCSession';

/**
 * Calls `observe` with a session's peer connection. An outgoing session has it from the start (its `peerconnection` event
 * was emitted before anyone could listen), an incoming one only once it is answered.
 */
export function withPeerConnection(
  session: RTCSession,
  observe: (connection: RTCPeerConnection) => void,
): void {
  if (session.connection) observe(session.connection);
  else session.on('peerconnection', ({ peerconnection }) => observe(peerconnection));
}

/**
 * Ends a session whose media is gone for good. JsSIP looks at ICE alone: a peer that closed its connection while its BYE
 * could not be sent leaves ICE `disconnected` and DTLS `failed`, and the call would stay for ever (seen in Chromium 156).
 */
export function endWithoutMedia(session: RTCSession): void {
  withPeerConnection(session, (connection) => {
    connection.addEventListener('connectionstatechange', () => {
      if (connection.connectionState !== 'failed' || session.isEnded()) return;
      session.terminate({ cause: 'RTP Timeout', status_code: 408, reason_phrase: 'RTP Timeout' });
    });
  });
}
