import type { RTCSession } from 'jssip/lib/RTCSession';

/** How long the first candidate waits for better ones before the offer or answer is sent without them. */
const patienceMs = 500;

/**
 * Caps ICE gathering. JsSIP sends nothing before gathering is complete, which took 40 s with one STUN server that does
 * not answer (measured). A candidate that a server gave us (server reflexive or relayed) makes the set usable from
 * outside; without one, what is there `patienceMs` after the first candidate has to do.
 */
export function capIceGathering(session: RTCSession): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  session.on('icecandidate', ({ candidate, ready }) => {
    if (candidate.type === 'srflx' || candidate.type === 'relay') {
      clearTimeout(timer);
      ready();
    } else {
      timer ??= setTimeout(ready, patienceMs);
    }
  });
  // A later offer (ICE restart) has its own first candidate.
  session.on('sdp', ({ originator }) => {
    if (originator !== ('local' as typeof originator)) return;
    clearTimeout(timer);
    timer = undefined;
  });
}
