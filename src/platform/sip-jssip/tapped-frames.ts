import type { RTCSession } from 'jssip/lib/RTCSession';
import type { FrameTap } from '#core/media/frame-tap.ts';
import { toFrameTap } from '../media-handles.ts';
import type { CallTap } from '../rtp-tap/call-tap.ts';

/** Opens the tap of a connection; null where there can be none. */
export type OpenCallTap = (connection: RTCPeerConnection) => CallTap | null;

/**
 * Leads a session's encoded frames through a tap, and tells of it once. JsSIP has just made its sender and receiver when it
 * is `connecting` a call of ours, and at the `sdp` of one that comes in, before the offer is applied. Returns what closes it.
 */
export function tapFrames(
  session: RTCSession,
  openTap: OpenCallTap,
  onTapped: (tap: FrameTap) => void,
): () => void {
  let tap: CallTap | null = null;
  let isOpened = false;
  const cover = () => {
    if (!isOpened) {
      isOpened = true;
      tap = openTap(session.connection);
      if (tap !== null) onTapped(toFrameTap(tap));
    }
    tap?.cover();
  };
  session.on('connecting', cover);
  session.on('sdp', cover);
  return () => tap?.close();
}
