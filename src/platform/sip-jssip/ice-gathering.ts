import type { RTCSession } from 'jssip/lib/RTCSession';
import type { IceServer } from '#core/config/phone-config.ts';
import { wantedCandidates } from '#core/media/candidate-types.ts';

/** How long the first candidate waits for one that a server gives, before the description is sent without it. */
const patienceMs = 500;
/**
 * Without ICE servers the UDP host candidates are all that can be used, and they come within some 2 ms of each other, 10 ms on a busy machine;
 * Chromium then spends 115 ms on active TCP candidates, which no browser can be reached at (measured).
 */
const settleMs = 10;

/**
 * Caps ICE gathering. JsSIP sends nothing before gathering is complete, which took 40 s with one STUN server that does
 * not answer (measured). The best that the servers can give makes the set usable from outside: a relayed candidate where
 * there is a TURN server, since nothing else passes a symmetric NAT, a server reflexive one otherwise. Without it, what
 * is there after a while has to do.
 */
export function capIceGathering(session: RTCSession, iceServers: readonly IceServer[]): void {
  const best = wantedCandidates(iceServers).at(-1);
  let timer: ReturnType<typeof setTimeout> | undefined;
  session.on('icecandidate', ({ candidate, ready }) => {
    if (best !== 'host') {
      if (candidate.type === best) ready();
      else timer ??= setTimeout(ready, patienceMs);
    } else if (candidate.protocol === 'udp') {
      clearTimeout(timer);
      timer = setTimeout(ready, settleMs);
    }
  });
  // `ready` reports the local description as this event; a later offer (ICE restart) has its own first candidate.
  session.on('sdp', ({ originator }: { readonly originator: string }) => {
    if (originator !== 'local') return;
    clearTimeout(timer);
    timer = undefined;
  });
}
