import type { UA } from 'jssip';
import type { RTCSession } from 'jssip/lib/RTCSession';
import type { LiveSession, OfferOutcome } from './live-session.ts';
import {
  isWithinDialog,
  onNewTransaction,
  type InviteClientTransaction,
  type JssipResponse,
} from './transactions.ts';

/** The words with which JsSIP ends a session whose peer has refused an offer. */
const endOfRefused: readonly string[] = ['Hold Failed', 'Unhold Failed', 'Media Renegotiation Failed'];

/** What a session goes through that JsSIP would end it for. */
export interface SessionTrials {
  /** Packets come through no more. */
  readonly onMediaLost: () => void;
  /** A request within the session did not get through, and no offer of ours waits for it: a digit (INFO), a REFER. */
  readonly onUnreachable: () => void;
}

/**
 * Keeps a session that is established from what JsSIP 3.13 ends it for: an offer that was refused, a request that met a
 * broken connection or a server that says nothing, and lost media. A call whose sound flows is alive. Returns what ends it
 * as JsSIP would, for those who know better.
 */
export function surviveTrials(
  live: LiveSession,
  { onMediaLost, onUnreachable }: SessionTrials,
): typeof live.session.terminate {
  const { session } = live;
  const terminate = session.terminate.bind(session);
  const isConnected = () => ['connected', 'completed'].includes(session.connection.iceConnectionState);

  const unreachable = () => {
    if (live.endOffer === null) onUnreachable();
    else live.endOffer('unreachable');
  };

  session.terminate = (options = {}) => {
    const { cause, reason_phrase: reason = '' } = options;
    if (endOfRefused.includes(reason)) live.endOffer?.('refused');
    else if (!session.isEstablished()) terminate(options);
    else if (cause === 'RTP Timeout') onMediaLost();
    else if (cause === 'Connection Error') unreachable();
    else if (cause === 'Request Timeout' && reason === cause && isConnected()) unreachable();
    else terminate(options);
  };
  return terminate;
}

/** JsSIP refuses a NOTIFY that does not say what it is about, and fails on it then. */
export function refuseBareNotify(session: RTCSession): void {
  const receiver = session as unknown as { receiveRequest: (request: ReceivedRequest) => void };
  const receive = receiver.receiveRequest.bind(session);
  receiver.receiveRequest = (request) => {
    if (request.method === 'NOTIFY' && !request.event) request.reply(489);
    else receive(request);
  };
}

interface ReceivedRequest {
  readonly method: string;
  readonly event?: object;
  readonly reply: (status: number) => void;
}

/**
 * Refuses offers of the peer that cross ours with 491 (RFC 3261 §14.2): JsSIP does, and takes them up as well. An offer of
 * ours waits for one of the peer's.
 */
export function refuseCrossedOffers(live: LiveSession): void {
  const onOffer = ({ request, reject }: Reoffer) => {
    if (request.body === '' || request.body === null) return;
    if (live.endOffer !== null) {
      reject({ status_code: 491 });
      return;
    }
    void live.inTurn(() => answered(request.server_transaction));
  };
  // Typed without the request's transaction.
  const source = live.session as unknown as {
    readonly on: (name: 'reinvite' | 'update', listener: (data: Reoffer) => void) => void;
  };
  source.on('reinvite', onOffer);
  source.on('update', onOffer);
}

const outcomes: ReadonlyMap<number, OfferOutcome> = new Map([
  [408, 'refused'],
  [491, 'collided'],
]);

/**
 * Tells offers of ours that came to nothing in a way that JsSIP makes worse. One refused with 491 it repeats once, after a
 * second, with its old CSeq and at the same time as the peer. For one answered with 408 it ends the call, as RFC 3261 §12.2.1.2
 * has it; but a server says so within seconds of a peer that is just changing its network.
 */
export function tellFailedOffers(ua: UA, liveOf: (sipCallId: string) => LiveSession | undefined): void {
  const follow = (transaction: InviteClientTransaction, live: LiveSession): void => {
    const { eventHandlers } = transaction;
    transaction.eventHandlers = {
      ...eventHandlers,
      onReceiveResponse(response: JssipResponse) {
        const failed = outcomes.get(response.status_code);
        if (failed !== undefined && live.endOffer !== null) live.endOffer(failed);
        else eventHandlers.onReceiveResponse(response);
      },
    };
  };
  onNewTransaction(ua, (transaction) => {
    if (transaction.type !== 'ict' || !isWithinDialog(transaction.request)) return;
    const live = liveOf(transaction.request.call_id);
    if (live !== undefined) follow(transaction, live);
  });
}

interface ServerTransaction {
  readonly state: number;
  readonly on: (name: 'stateChanged', listener: () => void) => void;
}

/** JsSIP's number for a transaction that has its 2xx; the two that have ended in another way follow. */
const acceptedState = 4;

const answered = (transaction: ServerTransaction): Promise<void> =>
  new Promise((resolve) => {
    const look = () => {
      if (transaction.state >= acceptedState) resolve();
    };
    transaction.on('stateChanged', look);
    look();
  });

interface Reoffer {
  readonly request: { readonly body: string | null; readonly server_transaction: ServerTransaction };
  readonly reject: (options: { readonly status_code: number }) => void;
}
