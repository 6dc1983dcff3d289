import { openEnvelope, type IncomingRequest, type IncomingResponse } from '../exchange/message/envelope.ts';
import { emptyBody, type Header, type SipMessage, type SipRequest } from '../exchange/message/message.ts';
import { respond } from '../exchange/message/respond.ts';
import type { Flow } from '../exchange/transport/flow.ts';

/** A flow that keeps what is sent on it. */
export interface FakeFlow extends Flow {
  readonly sent: SipMessage[];
  /** From now on nothing is sent any more. */
  readonly shut: () => void;
}

export function createFakeFlow(id = 'flow'): FakeFlow {
  const sent: SipMessage[] = [];
  let open = true;
  return {
    id,
    host: 'localhost',
    source: { address: '127.0.0.1', port: 1 },
    sent,
    send(message) {
      if (open) sent.push(message);
      return open;
    },
    shut() {
      open = false;
    },
  };
}

/** What was sent, as status codes and methods. */
export const sentOn = (flow: FakeFlow): readonly (number | string)[] =>
  flow.sent.map((message) => (message.kind === 'request' ? message.method : message.status));

/** A request from alice to bob with one Via. */
export const buildRequest = (
  method: string,
  branch = 'z9hG4bK1',
  headers: readonly Header[] = [],
): SipRequest => ({
  kind: 'request',
  method,
  requestUri: 'sip:bob@localhost',
  headers: [
    { name: 'Via', value: `SIP/2.0/WS a.invalid;branch=${branch}` },
    { name: 'Max-Forwards', value: '70' },
    { name: 'From', value: '<sip:alice@localhost>;tag=1' },
    { name: 'To', value: '<sip:bob@localhost>' },
    { name: 'Call-ID', value: 'c1' },
    { name: 'CSeq', value: `1 ${method}` },
    ...headers,
  ],
  body: emptyBody,
});

/** The request as it is after reading. Throws when it is malformed. */
export function incomingRequest(request: SipRequest): IncomingRequest {
  const { method, requestUri, headers, body } = request;
  const opened = openEnvelope({ kind: 'request', method, requestUri, version: '2.0' }, headers, body);
  if (typeof opened === 'string' || opened.kind !== 'request') throw new Error('not a request');
  return opened;
}

/** The response to a request as it is after reading. */
export function incomingResponse(request: SipRequest, status: number): IncomingResponse {
  const { headers, body, reason } = respond(request.headers, status, { toTag: 'b' });
  const opened = openEnvelope({ kind: 'response', status, reason, version: '2.0' }, headers, body);
  if (typeof opened === 'string' || opened.kind !== 'response') throw new Error('not a response');
  return opened;
}
