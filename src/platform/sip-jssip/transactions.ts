import type { UA } from 'jssip';

/** JsSIP's transactions with what is used of them (`Transactions.js`); it has no types for them. */
export interface JssipRequest {
  readonly method: string;
  readonly call_id: string;
  readonly to: { readonly hasParam: (name: string) => boolean };
}
interface JssipTransport {
  readonly send: (message: object | string) => boolean;
}
export interface JssipResponse {
  readonly status_code: number;
  readonly to_tag: string;
}
interface ClientHandlers {
  readonly onTransportError: () => void;
  readonly onRequestTimeout: () => void;
  readonly onReceiveResponse: (response: JssipResponse) => void;
}
export interface ClientTransaction {
  readonly request: JssipRequest;
  transport: JssipTransport;
  eventHandlers: ClientHandlers;
  readonly constructor: unknown;
  readonly send: () => void;
}
export interface InviteClientTransaction extends ClientTransaction {
  readonly type: 'ict';
  /** Sends a CANCEL, while there is something to cancel. */
  readonly cancel: () => void;
}
export interface InviteServerTransaction {
  readonly type: 'ist';
  readonly request: JssipRequest;
  readonly transport: JssipTransport;
  receiveResponse: (status: number, response: string, ...callbacks: readonly unknown[]) => void;
}
type Transaction =
  | InviteClientTransaction
  | InviteServerTransaction
  | (ClientTransaction & { readonly type: 'nict' })
  | { readonly type: 'nist' };
export type OpenTransaction = new (
  ua: UA,
  transport: JssipTransport,
  request: JssipRequest,
  eventHandlers: ClientHandlers,
) => ClientTransaction;

/** Calls `follow` with each transaction as it begins. Missing among the UA's typed events. */
export function onNewTransaction(ua: UA, follow: (transaction: Transaction) => void): void {
  const source = ua as unknown as {
    readonly on: (
      name: 'newTransaction',
      listener: (data: { readonly transaction: Transaction }) => void,
    ) => void;
  };
  source.on('newTransaction', ({ transaction }) => follow(transaction));
}

/** An INVITE within a dialog changes a call; one without begins it. */
export const isWithinDialog = ({ to }: JssipRequest): boolean => to.hasParam('tag');
