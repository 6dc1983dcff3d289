import type { UA } from 'jssip';
import {
  isWithinDialog,
  onNewTransaction,
  type ClientTransaction,
  type InviteClientTransaction,
  type InviteServerTransaction,
  type JssipRequest,
  type OpenTransaction,
} from './transactions.ts';
import { sessionTimersExpiresSec } from './ua-configuration.ts';

/** After that long nobody remembers an INVITE that was given up: 64·T1 (RFC 3261 §17.1.1.2). */
const inviteLifeMs = 32_000;
/** After that long without a refresh the far end has ended the call by itself (RFC 4028 §10). */
const dialogLifeMs = sessionTimersExpiresSec * 1000;
/** T1 and T2, between which a request is repeated that had no answer (RFC 3261 §17.1.2.2). */
const firstPauseMs = 500;
const longestPauseMs = 4000;
/** The pauses of so many attempts are 64·T1 together. */
const maxRepetitions = 10;

interface Unsent {
  /** The request, or whatever else the far end does not know yet. */
  readonly end: object;
  readonly untilMs: number;
  readonly send: () => void;
}

/** What still has to reach the far ends of calls that are over. */
export interface EndDelivery {
  /** Whether there is anything. */
  readonly isOpen: () => boolean;
  /**
   * The account leaves, and is not registered any more: from now on a connection is enough. Resolves with whether all of it was
   * delivered, after 64·T1 at most.
   */
  readonly leave: () => Promise<boolean>;
}

/**
 * Sees to it that the end of a call reaches the far end. JsSIP sends a BYE, a CANCEL and a refusal once and forgets them:
 * without a connection at that moment the far end would stay in a call with nobody. What could not be sent goes out when
 * the account is registered again. A BYE that did not get through is repeated for a while as well, for the far end may be
 * the one that is just coming back.
 */
export function deliverEnds(ua: UA): EndDelivery {
  const unsent: Unsent[] = [];
  const open = new Set<object>();
  let isLeaving = false;
  let onAllDelivered = (): void => undefined;
  const byes = new WeakMap<JssipRequest, { readonly untilMs: number; repetitions: number }>();

  const settle = (end: object) => {
    open.delete(end);
    if (open.size === 0) onAllDelivered();
  };
  const keep = (end: object, untilMs: number, send: () => void) => {
    open.add(end);
    unsent.push({ end, untilMs, send });
  };
  const sendKept = () => {
    for (const { end, untilMs, send } of unsent.splice(0)) {
      if (performance.now() < untilMs) send();
      else settle(end);
    }
  };
  const inviteEndMs = () => performance.now() + inviteLifeMs;

  const followBye = (transaction: ClientTransaction) => {
    const { request, transport, eventHandlers } = transaction;
    const bye = byes.get(request) ?? { untilMs: performance.now() + dialogLifeMs, repetitions: 0 };
    byes.set(request, bye);
    open.add(request);
    const repeat = () => {
      // JsSIP exports no transaction. A new one has a new branch, which a server cannot take for a retransmission.
      const Open = transaction.constructor as OpenTransaction;
      new Open(ua, transport, request, eventHandlers).send();
    };
    const keepBye = () => {
      bye.repetitions = 0;
      keep(request, bye.untilMs, repeat);
    };
    transaction.eventHandlers = {
      onTransportError() {
        eventHandlers.onTransportError();
        keepBye();
      },
      onRequestTimeout() {
        eventHandlers.onRequestTimeout();
        keepBye();
      },
      onReceiveResponse(response) {
        eventHandlers.onReceiveResponse(response);
        if (isAnswer(response.status_code) || bye.repetitions === maxRepetitions) {
          settle(request);
          return;
        }
        setTimeout(repeat, Math.min(firstPauseMs * 2 ** bye.repetitions, longestPauseMs));
        bye.repetitions += 1;
      },
    };
  };

  const followInvite = (transaction: InviteClientTransaction) => {
    const { transport, eventHandlers } = transaction;
    transaction.eventHandlers = {
      ...eventHandlers,
      onTransportError() {
        // JsSIP gives the call up here, with a CANCEL that it cannot send.
        eventHandlers.onTransportError();
        transaction.transport = {
          send(cancel) {
            keep(transaction, inviteEndMs(), () => {
              transport.send(cancel);
              settle(transaction);
            });
            return true;
          },
        };
        transaction.cancel();
      },
    };
  };

  const followIncoming = (transaction: InviteServerTransaction) => {
    const { receiveResponse, transport } = transaction;
    transaction.receiveResponse = (status, response, ...callbacks) => {
      if (status >= 300 && !ua.isConnected()) {
        keep(transaction, inviteEndMs(), () => {
          transport.send(response);
          settle(transaction);
        });
      }
      receiveResponse.call(transaction, status, response, ...callbacks);
    };
  };

  ua.on('registered', sendKept);
  ua.on('connected', () => {
    if (isLeaving) sendKept();
  });
  onNewTransaction(ua, (transaction) => {
    if (transaction.type === 'nist') return;
    if (transaction.type === 'nict') {
      if (transaction.request.method === 'BYE') followBye(transaction);
      return;
    }
    if (isWithinDialog(transaction.request)) return;
    if (transaction.type === 'ict') followInvite(transaction);
    else followIncoming(transaction);
  });

  return {
    isOpen: () => open.size > 0,
    leave() {
      isLeaving = true;
      if (ua.isConnected()) sendKept();
      if (open.size === 0) return Promise.resolve(true);
      return new Promise((resolve) => {
        const timer = setTimeout(() => resolve(false), inviteLifeMs);
        onAllDelivered = () => {
          clearTimeout(timer);
          resolve(true);
        };
      });
    },
  };
}

/** Whether a response to a BYE ends it: done, no such call any more, or a challenge, which JsSIP takes up by itself. */
const isAnswer = (status: number): boolean => status < 300 || [401, 407, 481].includes(status);
