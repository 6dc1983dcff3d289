import { PhoneError } from '#core/errors/phone-error.ts';
import type { CandidateType } from '#core/media/candidate-types.ts';
import type { NetworkPort } from '#core/phone-check/network-port.ts';

/** Browsers wait for minutes when packets are swallowed; a server that takes longer than this is of no use. */
const patienceMs = 8000;

/** A server that answers at all is one that is there. HEAD: GET is answered by the service worker when there is none. */
async function isPageReachable(): Promise<boolean> {
  try {
    const page = new URL('config.json', document.baseURI);
    await fetch(page, { method: 'HEAD', cache: 'no-store', signal: AbortSignal.timeout(patienceMs) });
    return true;
  } catch {
    return false;
  }
}

const openWebSocket = (server: string): WebSocket => {
  try {
    return new WebSocket(server, 'sip');
  } catch (error) {
    throw new PhoneError({ code: 'signalling/insecure-server', details: String(error) }, error);
  }
};

async function reach(server: string): Promise<void> {
  const webSocket = openWebSocket(server);
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      const fail = (why: string) =>
        reject(new PhoneError({ code: 'signalling/server-unreachable', details: `${server} ${why}` }));
      webSocket.addEventListener('open', () => resolve());
      webSocket.addEventListener('close', ({ code }) => fail(`(${code})`));
      timer = setTimeout(() => fail('did not answer in time'), patienceMs);
    });
  } finally {
    clearTimeout(timer);
    webSocket.close();
  }
}

const toCandidateType = ({ type }: RTCIceCandidate): CandidateType | null =>
  // A peer reflexive one is found by packets of a peer, of which there is none here.
  type === null || type === 'prflx' ? null : type;

const gather: NetworkPort['gather'] = async (iceServers, wanted) => {
  const found = new Set<CandidateType>();
  let connection: RTCPeerConnection | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    const opened = new RTCPeerConnection({
      iceServers: iceServers.map(({ urls, ...rest }) => ({ ...rest, urls: [urls].flat() })),
    });
    connection = opened;
    const gathered = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, patienceMs);
      opened.addEventListener('icecandidate', ({ candidate }) => {
        const type = candidate === null ? null : toCandidateType(candidate);
        if (type !== null) found.add(type);
        if (candidate === null || wanted.every((one) => found.has(one))) resolve();
      });
    });
    // A call gathers for one such line, too. Nothing is sent: nobody hears of this offer.
    opened.addTransceiver('audio');
    await opened.setLocalDescription();
    await gathered;
  } catch {
    // A browser without WebRTC, or an address of a server that is none: what was found is what there is.
  } finally {
    clearTimeout(timer);
    connection?.close();
  }
  return [...found];
};

/** The network as this browser sees it. */
export const browserNetwork: NetworkPort = { isPageReachable, reach, gather };
