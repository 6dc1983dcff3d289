import type { Clock } from '#core/shared/clock.ts';
import type { IncomingRequest, IncomingResponse } from '../message/envelope.ts';
import { headerValue, type SipRequest } from '../message/message.ts';
import { respond } from '../message/respond.ts';
import { parseVia } from '../message/via.ts';
import type { Flow } from '../transport/flow.ts';
import {
  createClientTransaction,
  type ClientListener,
  type ClientTransaction,
  type ClientTransactionControl,
} from './client-transaction.ts';
import {
  createServerTransaction,
  type ServerTransaction,
  type ServerTransactionControl,
} from './server-transaction.ts';

/** Who gets what no transaction keeps to itself. */
export interface TransactionUser {
  /** A new request, neither ACK nor CANCEL. */
  readonly onRequest: (transaction: ServerTransaction) => void;
  /** An ACK of a 2xx: it belongs to no transaction (RFC 3261 §17.1.1.3). */
  readonly onAck: (incoming: IncomingRequest, flow: Flow) => void;
}

export interface Transactions {
  readonly receiveRequest: (incoming: IncomingRequest, flow: Flow) => void;
  /** A response that no transaction waits for is dropped. */
  readonly receiveResponse: (incoming: IncomingResponse, flow: Flow) => void;
  /** Sends a request whose first Via is ours. Null, and nothing is sent, when the table is full. */
  readonly send: (request: SipRequest, flow: Flow, listener: ClientListener) => ClientTransaction | null;
  /** Gives up what the flow asked for, and fails what it was asked. */
  readonly closeFlow: (flow: Flow) => void;
  readonly size: () => number;
}

const busyHeaders = [{ name: 'Retry-After', value: '5' }];

/** All transactions of the exchange, found by flow, branch and method (RFC 3261 §17.1.3, §17.2.3). */
export function createTransactions(
  clock: Clock,
  maxTransactions: number,
  user: TransactionUser,
): Transactions {
  const servers = new Map<string, ServerTransactionControl>();
  const clients = new Map<string, ClientTransactionControl & { readonly flow: Flow }>();
  const size = () => servers.size + clients.size;
  // CANCEL frees transactions, so that a full table is no reason to refuse it.
  const hasRoomFor = (method: string) => method === 'CANCEL' || size() < maxTransactions;

  const serverKey = ({ via, callId, cseq }: IncomingRequest, flow: Flow, method: string) =>
    [flow.id, via.branch, via.sentBy, callId, cseq, method].join(' ');
  const clientKey = (branch: string, flow: Flow, method: string) => [flow.id, branch, method].join(' ');

  const open = (incoming: IncomingRequest, flow: Flow): ServerTransaction | null => {
    const key = serverKey(incoming, flow, incoming.request.method);
    const known = servers.get(key);
    if (known !== undefined) {
      known.repeat();
      return null;
    }
    if (!hasRoomFor(incoming.request.method)) {
      flow.send(respond(incoming.request.headers, 503, { headers: busyHeaders }));
      return null;
    }
    const control = createServerTransaction(incoming, flow, clock, () => servers.delete(key));
    servers.set(key, control);
    return control.transaction;
  };

  const cancel = (incoming: IncomingRequest, flow: Flow) => {
    const transaction = open(incoming, flow);
    if (transaction === null) return;
    const target = servers.get(serverKey(incoming, flow, 'INVITE'));
    transaction.respond(respond(incoming.request.headers, target === undefined ? 481 : 200));
    target?.giveUp();
  };

  const send: Transactions['send'] = (request, flow, listener) => {
    const branch = parseVia(headerValue(request.headers, 'Via') ?? '')?.branch;
    if (branch === undefined || !hasRoomFor(request.method)) return null;
    const key = clientKey(branch, flow, request.method);
    const sendCancel = (cancelling: SipRequest) => void send(cancelling, flow, ignoring);
    const control = createClientTransaction(request, flow, clock, listener, sendCancel, () =>
      clients.delete(key),
    );
    clients.set(key, { ...control, flow });
    if (!flow.send(request)) control.fail('flow-closed');
    return control.transaction;
  };

  return {
    receiveRequest(incoming, flow) {
      const { method } = incoming.request;
      if (method === 'CANCEL') return cancel(incoming, flow);
      if (method === 'ACK') {
        const invite = servers.get(serverKey(incoming, flow, 'INVITE'));
        if (invite === undefined) user.onAck(incoming, flow);
        else invite.acknowledge();
        return undefined;
      }
      const transaction = open(incoming, flow);
      if (transaction !== null) user.onRequest(transaction);
      return undefined;
    },
    receiveResponse(incoming, flow) {
      clients.get(clientKey(incoming.via.branch, flow, incoming.cseqMethod))?.receive(incoming);
    },
    send,
    closeFlow(flow) {
      for (const { transaction, giveUp, terminate } of servers.values()) {
        if (transaction.flow !== flow) continue;
        giveUp();
        terminate();
      }
      for (const client of clients.values()) if (client.flow === flow) client.fail('flow-closed');
    },
    size,
  };
}

const ignoring: ClientListener = { onResponse() {}, onFailed() {} };
