import type { RTCSession } from 'jssip/lib/RTCSession';

/** How long the first candidate waits for one that a server gives, before the description is sent without it. */
const patienceMs = 500;
/**
 * Without ICE servers the UDP host candidates are all that can be used, and they come within some 10 ms of each other;
 * Chromium then spends 115 ms on active TCP candidates, which no browser can be reached at (measured).
 */
const settleMs = 20;

/**
 * Caps ICE gathering. JsSIP sends nothing before gathering is complete, which took 40 s with one STUN server that does
 * not answer (measured). A candidate that a server gave us (server reflexive or relayed) makes the set usable from
 * outside; without one, what is there after a while has to do.
 */
export function capIceGathering(session: RTCSession, hasIceServers: boolean): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  session.on('icecandidate', ({ candidate, ready }) => {
    if (candidate.type === 'srflx' || candidate.type === 'relay') {
      ready();
    } else if (hasIceServers) {
      timer ??= setTimeout(ready, patienceMs);
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
