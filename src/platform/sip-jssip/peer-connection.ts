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
 * Lets go of what is left of a session that has ended. After a 200 without an SDP, or with one that could not be applied,
 * JsSIP takes the session for closed before it has closed it: its connection, its dialog and the session itself stay.
 */
export function releaseSession(session: RTCSession): void {
  // JsSIP types the connection as always there.
  const connection = session.connection as RTCPeerConnection | null;
  if (connection === null || connection.signalingState === 'closed') return;
  Reflect.set(session, '_status', confirmedStatus);
  const close = Reflect.get(session, '_close') as () => void;
  close.call(session);
}

/** JsSIP's number for an established session, of which there is all to be closed. */
const confirmedStatus = 9;
