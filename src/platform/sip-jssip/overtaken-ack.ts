import type { RTCSession } from 'jssip/lib/RTCSession';

/** What a peer sends only once it has our 200, and has acknowledged it. */
const afterAck: ReadonlySet<string> = new Set(['INVITE', 'UPDATE', 'REFER']);
/** JsSIP's status of a call whose 200 has no ACK yet; its enum is not exported. */
const waitingForAck = 6;

interface IncomingRequest {
  readonly method: string;
}
/** JsSIP's session with what it does not type. */
interface Receiver {
  receiveRequest: (request: IncomingRequest) => void;
  readonly status: number;
}

/**
 * Takes a request that has overtaken the ACK for the ACK, too (RFC 5407 §3.1.4). A proxy with several processes may turn
 * the two round, when a telephone sends them one straight after the other (baresip 1.0 over Kamailio, seen). JsSIP would
 * refuse the request, not know the ACK any more by its number, and end the call.
 */
export function takeForAck(session: RTCSession): void {
  const receiver = session as unknown as Receiver;
  const receive = receiver.receiveRequest.bind(session);
  // Where our 200 has the offer, the ACK has the answer, which nothing else can stand for.
  const hasLateOffer = () => Reflect.get(session, '_late_sdp') === true;
  receiver.receiveRequest = (request) => {
    if (afterAck.has(request.method) && receiver.status === waitingForAck && !hasLateOffer()) {
      receive(Object.create(request, { method: { value: 'ACK' } }) as IncomingRequest);
    }
    receive(request);
  };
}
