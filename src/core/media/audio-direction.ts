/** What one side says that it does with the sound (RFC 8866 §6.7). */
export type SdpDirection = 'sendrecv' | 'sendonly' | 'recvonly' | 'inactive';

/** What flows in a call, seen from here. Source: seed 1, `AudioDirection`. */
export type AudioDirection = 'SendReceive' | 'SendOnly' | 'ReceiveOnly' | 'Inactive';

const sends = (direction: SdpDirection): boolean => direction === 'sendrecv' || direction === 'sendonly';
const receives = (direction: SdpDirection): boolean => direction === 'sendrecv' || direction === 'recvonly';

/** What flows when both sides have spoken: what one sends, the other must be willing to receive (RFC 3264 §6.1). */
export function audioDirection(local: SdpDirection, remote: SdpDirection): AudioDirection {
  const out = sends(local) && receives(remote);
  const back = receives(local) && sends(remote);
  if (out && back) return 'SendReceive';
  if (out) return 'SendOnly';
  return back ? 'ReceiveOnly' : 'Inactive';
}

/** Whether sound flows, in whatever direction. */
export const isAudioFlowing = (direction: AudioDirection | null): boolean =>
  direction !== null && direction !== 'Inactive';

const directionLine = /^a=(sendrecv|sendonly|recvonly|inactive)\s*$/m;

const directionIn = (section: string): SdpDirection | null =>
  (directionLine.exec(section)?.[1] as SdpDirection | undefined) ?? null;

/**
 * The direction of the first audio section of an SDP: its own, else the session's, else `sendrecv` (RFC 8866 §6.7). A
 * section with port 0 is refused (RFC 3264 §6) and so `inactive`. Null where there is no audio.
 */
export function readAudioDirection(sdp: string): SdpDirection | null {
  const [session = '', ...media] = sdp.split(/^(?=m=)/m);
  const audio = media.find((section) => section.startsWith('m=audio '));
  if (audio === undefined) return null;
  if (audio.startsWith('m=audio 0 ')) return 'inactive';
  return directionIn(audio) ?? directionIn(session) ?? 'sendrecv';
}

/** What the two descriptions of a call make flow; null where one of them is missing or has no audio. */
export function negotiatedAudio(localSdp: string | null, remoteSdp: string | null): AudioDirection | null {
  const local = readAudioDirection(localSdp ?? '');
  const remote = readAudioDirection(remoteSdp ?? '');
  return local === null || remote === null ? null : audioDirection(local, remote);
}
