/**
 * Whether the SDP of an INVITE offers sound that a browser can take: an audio section that is not refused, over DTLS
 * (RFC 5763 §5) and ICE (RFC 8839 §5). JsSIP looks at it when the person has answered, which ends the call; without an
 * SDP the offer is ours.
 */
export function isUsableOffer(sdp: string): boolean {
  if (sdp === '') return true;
  const [session = '', ...sections] = sdp.split(/^(?=m=)/m);
  if (!session.startsWith('v=0')) return false;
  return sections.some(
    (section) =>
      /^m=audio [1-9]\d{0,4} \S+ \S/.test(section) &&
      ['ice-ufrag:', 'ice-pwd:', 'fingerprint:'].every((name) =>
        [session, section].some((part) => part.includes(`a=${name}`)),
      ),
  );
}
