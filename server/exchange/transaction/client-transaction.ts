import type { Clock } from '#core/shared/clock.ts';
import type { IncomingResponse } from '../message/envelope.ts';
import { headerValue, headerValues, emptyBody, type Header, type SipRequest } from '../message/message.ts';
import type { Flow } from '../transport/flow.ts';
import { timers } from './timers.ts';

/**
 * ```
 *  calling ──1xx──► proceeding ──2xx──► accepted ──M──► terminated      (INVITE)
 *     │                 └──────final──► completed ──T4──► terminated
 *     └──B/F──► terminated, reported as a time-out
 * ```
 */
type ClientState = 'calling' | 'proceeding' | 'accepted' | 'completed' | 'terminated';

export interface ClientListener {
  /** Provisional and final responses in order, and every 2xx of an INVITE, repeated ones too. */
  readonly onResponse: (response: IncomingResponse) => void;
  /** Instead of a final response: nobody answered in time, or the flow closed. */
  readonly onFailed: (failure: 'timeout' | 'flow-closed') => void;
}

/** The client side of one request (RFC 3261 §17.1, RFC 6026 §7.2). */
export interface ClientTransaction {
  /** INVITE only: sends CANCEL, if need be once a provisional response is there (RFC 3261 §9.1). Idempotent. */
  readonly cancel: (headers: readonly Header[]) => void;
}

export interface ClientTransactionControl {
  readonly transaction: ClientTransaction;
  readonly receive: (response: IncomingResponse) => void;
  readonly fail: (failure: 'timeout' | 'flow-closed') => void;
}

/** `sendCancel` starts the CANCEL's own transaction. The request itself is sent by whoever creates this. */
export function createClientTransaction(
  request: SipRequest,
  flow: Flow,
  clock: Clock,
  listener: ClientListener,
  sendCancel: (cancel: SipRequest) => void,
  onTerminated: () => void,
): ClientTransactionControl {
  const isInvite = request.method === 'INVITE';
  let state: ClientState = 'calling';
  let wanted: readonly Header[] | null = null;
  let cancelled = false;

  const terminate = () => {
    cancelTimer();
    if (state === 'terminated') return;
    state = 'terminated';
    onTerminated();
  };
  const fail = (failure: 'timeout' | 'flow-closed') => {
    const unanswered = state === 'calling' || state === 'proceeding';
    terminate();
    if (unanswered) listener.onFailed(failure);
  };
  const enter = (next: ClientState, forMs: number) => {
    cancelTimer();
    state = next;
    cancelTimer = clock.setTimer(terminate, forMs);
  };
  let cancelTimer = clock.setTimer(() => fail('timeout'), timers.transactionMs);

  const tryCancel = () => {
    if (wanted === null || cancelled || state !== 'proceeding') return;
    cancelled = true;
    sendCancel(hopByHop('CANCEL', request, headerValue(request.headers, 'To') ?? '', wanted));
    // A callee that never says 487 must not keep the caller waiting (RFC 3261 §9.1).
    cancelTimer = clock.setTimer(() => fail('timeout'), timers.transactionMs);
  };

  const provisional = (incoming: IncomingResponse) => {
    if (state !== 'calling' && state !== 'proceeding') return;
    // A provisional response ends Timer B; how long it may ring is the proxy's affair (Timer C).
    if (isInvite && state === 'calling') cancelTimer();
    state = 'proceeding';
    listener.onResponse(incoming);
    tryCancel();
  };

  return {
    transaction: {
      cancel(headers) {
        wanted ??= headers;
        tryCancel();
      },
    },
    receive(incoming) {
      const { status, headers } = incoming.response;
      if (status < 200) return provisional(incoming);
      const success = status < 300;
      if (isInvite && !success && state !== 'accepted' && state !== 'terminated') {
        flow.send(hopByHop('ACK', request, headerValue(headers, 'To') ?? '', []));
      }
      const first = state === 'calling' || state === 'proceeding';
      if (first) {
        if (isInvite && success) enter('accepted', timers.acceptedMs);
        else enter('completed', timers.absorbMs);
      }
      if (first || (state === 'accepted' && success)) listener.onResponse(incoming);
      return undefined;
    },
    fail,
  };
}

/** A CANCEL or the ACK of a refusal: built from the INVITE, over the same single Via (RFC 3261 §9.1, §17.1.1.3). */
function hopByHop(
  method: 'ACK' | 'CANCEL',
  invite: SipRequest,
  to: string,
  extra: readonly Header[],
): SipRequest {
  const copy = (name: string) => ({ name, value: headerValue(invite.headers, name) ?? '' });
  const cseq = `${Number.parseInt(headerValue(invite.headers, 'CSeq') ?? '0', 10)} ${method}`;
  return {
    kind: 'request',
    method,
    requestUri: invite.requestUri,
    headers: [
      copy('Via'),
      { name: 'Max-Forwards', value: '70' },
      copy('From'),
      { name: 'To', value: to },
      copy('Call-ID'),
      { name: 'CSeq', value: cseq },
      ...headerValues(invite.headers, 'Route').map((value) => ({ name: 'Route', value })),
      ...extra,
    ],
    body: emptyBody,
  };
}
