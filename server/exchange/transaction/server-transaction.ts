import type { Clock } from '#core/shared/clock.ts';
import type { IncomingRequest } from '../message/envelope.ts';
import type { SipResponse } from '../message/message.ts';
import type { Flow } from '../transport/flow.ts';
import { timers } from './timers.ts';

/**
 * ```
 *  INVITE      proceeding ──2xx──► accepted ──L──────────► terminated
 *                  └──300-699──► completed ──ACK──► confirmed ──T4──► terminated
 *                                    └──H──► terminated
 *  other       proceeding ──final──► completed ──T4──► terminated
 * ```
 */
type ServerState = 'proceeding' | 'accepted' | 'completed' | 'confirmed' | 'terminated';

/** The server side of one request (RFC 3261 §17.2, RFC 6026 §7.1). */
export interface ServerTransaction {
  readonly incoming: IncomingRequest;
  readonly flow: Flow;
  /** Whether the final response is still to come. */
  readonly pending: () => boolean;
  /** Sends a response. One that the state does not allow, such as a second final one, is dropped. */
  readonly respond: (response: SipResponse) => void;
  /** Called once if the caller gives up: it sent CANCEL, or its flow closed. Whoever answers the request sets it. */
  readonly onGivenUp: (listener: () => void) => void;
}

/** What the table does with a transaction. */
export interface ServerTransactionControl {
  readonly transaction: ServerTransaction;
  readonly repeat: () => void;
  readonly acknowledge: () => void;
  readonly giveUp: () => void;
  readonly terminate: () => void;
}

export function createServerTransaction(
  incoming: IncomingRequest,
  flow: Flow,
  clock: Clock,
  onTerminated: () => void,
): ServerTransactionControl {
  const isInvite = incoming.request.method === 'INVITE';
  let state: ServerState = 'proceeding';
  let last: SipResponse | null = null;
  let cancelTimer = () => {};
  let onGivenUp = () => {};
  let givenUp = false;

  const terminate = () => {
    cancelTimer();
    if (state === 'terminated') return;
    state = 'terminated';
    onTerminated();
  };
  const enter = (next: ServerState, forMs: number) => {
    cancelTimer();
    state = next;
    cancelTimer = clock.setTimer(terminate, forMs);
  };

  const transaction: ServerTransaction = {
    incoming,
    flow,
    pending: () => state === 'proceeding',
    respond(response) {
      const again = state === 'accepted' && response.status >= 200 && response.status < 300;
      if (state !== 'proceeding' && !again) return;
      last = response;
      flow.send(response);
      if (again || response.status < 200) return;
      if (!isInvite) enter('completed', timers.absorbMs);
      else if (response.status < 300) enter('accepted', timers.acceptedMs);
      else enter('completed', timers.transactionMs);
    },
    onGivenUp(listener) {
      onGivenUp = listener;
      if (givenUp) listener();
    },
  };

  return {
    transaction,
    repeat() {
      if (last !== null && state !== 'accepted') flow.send(last);
    },
    acknowledge() {
      if (state === 'completed') enter('confirmed', timers.absorbMs);
    },
    giveUp() {
      if (state !== 'proceeding' || givenUp) return;
      givenUp = true;
      onGivenUp();
    },
    terminate,
  };
}
