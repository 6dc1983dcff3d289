import type { RTCSession, SDPEvent } from 'jssip/lib/RTCSession';

type Role = 'active' | 'passive';

/**
 * Reads an answer that leaves the DTLS role open, as only an offer may (`a=setup:actpass`, RFC 5763 §5), as one that keeps
 * the peer's role. Chromium refuses it, and every description after it, so that the call could not be held any more.
 * baresip 1.0 answers so in calls that it placed (seen).
 */
export function keepDtlsRole(session: RTCSession): void {
  session.on('sdp', (event: SDPEvent) => {
    if (event.type !== 'answer' || (event.originator as string) !== 'remote') return;
    const role = roleOfPeer(session.connection);
    if (role !== null) event.sdp = event.sdp.replaceAll('a=setup:actpass', `a=setup:${role}`);
  });
}

/** What was negotiated before the offer that is under way; null when nothing was. */
function roleOfPeer({ currentLocalDescription, currentRemoteDescription }: RTCPeerConnection): Role | null {
  const peers = roleIn(currentRemoteDescription);
  if (peers !== null) return peers;
  const own = roleIn(currentLocalDescription);
  if (own === null) return null;
  return own === 'active' ? 'passive' : 'active';
}

const roleIn = (description: RTCSessionDescription | null): Role | null =>
  (/^a=setup:(active|passive)\s*$/m.exec(description?.sdp ?? '')?.[1] ?? null) as Role | null;
