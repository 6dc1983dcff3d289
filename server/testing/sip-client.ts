import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { defaultLimits } from '../exchange/limits.ts';
import { headerValue, type Header, type SipRequest, type SipResponse } from '../exchange/message/message.ts';
import { parse } from '../exchange/message/parse.ts';
import { respond, type ResponseParts } from '../exchange/message/respond.ts';
import { serialise } from '../exchange/message/serialise.ts';
import { withCredentials } from './digest-client.ts';
import { createInbox, type Inbox } from './inbox.ts';

/** How a request is built; everything else is made up. */
export interface RequestParts {
  /** Headers as `Name: value`. */
  readonly headers?: readonly string[];
  readonly body?: string;
  readonly callId?: string;
  readonly cseq?: number;
  readonly from?: string;
  /** Whole To value; the Request-URI in brackets otherwise. */
  readonly to?: string;
}

/** A SIP user agent of one WebSocket that does what a test says and nothing by itself. */
export interface SipClient {
  readonly user: string;
  readonly contactUri: string;
  readonly socket: WebSocket;
  readonly inbox: Inbox<SipRequest | SipResponse>;
  readonly build: (method: string, requestUri: string, parts?: RequestParts) => SipRequest;
  readonly send: (message: SipRequest | SipResponse) => void;
  /** Builds and sends. */
  readonly request: (method: string, requestUri: string, parts?: RequestParts) => SipRequest;
  /** Sends, answers the challenge, and returns the request that was sent second. */
  readonly prove: (request: SipRequest, password?: string) => Promise<SipRequest>;
  /** The next response to that request with that status, or of any final status. */
  readonly response: (request: SipRequest, status?: number) => Promise<SipResponse>;
  /** The next request of that method. */
  readonly received: (method: string) => Promise<SipRequest>;
  readonly reply: (request: SipRequest, status: number, parts?: ResponseParts) => void;
  /** REGISTERs with the contact of this client; `params` follow the Contact, e.g. `;expires=60`. */
  readonly register: (params?: string, headers?: readonly string[]) => Promise<SipResponse>;
  /** Resolves when all that was sent before has been handled, so that what is not in the inbox by then did not come. */
  readonly settle: () => Promise<void>;
  /** Resolves with the close code. */
  readonly closed: Promise<number>;
  readonly close: () => Promise<void>;
}

const random = () => randomBytes(6).toString('hex');

const passwordOf = (user: string) => `${user}-demo`;

/** Opens a WebSocket to the exchange as that user of `localhost`. `headers` go into the HTTP request. */
export async function connectSipClient(
  url: string,
  user: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<SipClient> {
  const socket = new WebSocket(url, 'sip', { headers });
  const closed = new Promise<number>((resolve) => {
    socket.once('close', (code) => resolve(code));
  });
  const inbox = createInbox<SipRequest | SipResponse>((item) =>
    item.kind === 'request' ? item.method : `${item.status} ${headerValue(item.headers, 'CSeq')}`,
  );
  socket.on('message', (data: Buffer) => {
    const parsed = parse(data, defaultLimits);
    if (parsed.kind !== 'message') return;
    const { startLine, headers, body } = parsed;
    inbox.add({ ...startLine, headers, body });
  });
  await once(socket, 'open');

  const instance = random();
  const contactUri = `sip:${instance}@${random()}.invalid;transport=ws`;
  const registration = { callId: random(), cseq: 0 };

  const client: SipClient = {
    user,
    contactUri,
    socket,
    inbox,
    closed,
    build(method, requestUri, parts = {}) {
      const given = (parts.headers ?? []).map((line): Header => {
        const colon = line.indexOf(':');
        return { name: line.slice(0, colon), value: line.slice(colon + 1).trim() };
      });
      return {
        kind: 'request',
        method,
        requestUri,
        headers: [
          { name: 'Via', value: `SIP/2.0/WS ${instance}.invalid;branch=z9hG4bK${random()}` },
          { name: 'From', value: parts.from ?? `<sip:${user}@localhost>;tag=${random()}` },
          { name: 'To', value: parts.to ?? `<${requestUri}>` },
          { name: 'Call-ID', value: parts.callId ?? random() },
          { name: 'CSeq', value: `${parts.cseq ?? 1} ${method}` },
          ...(headerValue(given, 'Max-Forwards') === null ? [{ name: 'Max-Forwards', value: '70' }] : []),
          ...given,
        ],
        body: Buffer.from(parts.body ?? ''),
      };
    },
    send: (message) => socket.send(serialise(message).toString('utf8')),
    request(method, requestUri, parts) {
      const built = client.build(method, requestUri, parts);
      client.send(built);
      return built;
    },
    async prove(request, password = passwordOf(user)) {
      client.send(request);
      const challenge = await client.response(request);
      if (request.method === 'INVITE') client.send(acknowledge(request, challenge));
      const proved = withCredentials(request, challenge, user, password);
      client.send(proved);
      return proved;
    },
    response: (request, status) =>
      inbox.take(
        (item): item is SipResponse =>
          item.kind === 'response' &&
          headerValue(item.headers, 'Call-ID') === headerValue(request.headers, 'Call-ID') &&
          headerValue(item.headers, 'CSeq') === headerValue(request.headers, 'CSeq') &&
          (status === undefined ? item.status >= 200 : item.status === status),
        `${status ?? 'a final response'} to ${headerValue(request.headers, 'CSeq')}`,
      ),
    received: (method) =>
      inbox.take((item): item is SipRequest => item.kind === 'request' && item.method === method, method),
    reply: (request, status, parts) => client.send(respond(request.headers, status, parts)),
    async register(params = '', headers = []) {
      registration.cseq += 2;
      const request = client.build('REGISTER', 'sip:localhost', {
        callId: registration.callId,
        cseq: registration.cseq - 1,
        to: `<sip:${user}@localhost>`,
        headers: [`Contact: <${contactUri}>${params}`, ...headers],
      });
      return client.response(await client.prove(request));
    },
    async settle() {
      await client.response(client.request('OPTIONS', 'sip:localhost'), 200);
    },
    async close() {
      socket.close();
      await closed;
    },
  };
  return client;
}

/** The ACK of a refusal: same branch, the To of the response (RFC 3261 §17.1.1.3). */
export const acknowledge = (invite: SipRequest, response: SipResponse): SipRequest =>
  hopByHop('ACK', invite, headerValue(response.headers, 'To') ?? '');

/** The CANCEL of an INVITE (RFC 3261 §9.1). */
export const cancelOf = (invite: SipRequest): SipRequest =>
  hopByHop('CANCEL', invite, headerValue(invite.headers, 'To') ?? '');

function hopByHop(method: string, invite: SipRequest, to: string): SipRequest {
  const copy = (name: string) => ({ name, value: headerValue(invite.headers, name) ?? '' });
  return {
    ...invite,
    method,
    headers: [
      copy('Via'),
      copy('From'),
      { name: 'To', value: to },
      copy('Call-ID'),
      { name: 'CSeq', value: copy('CSeq').value.replace('INVITE', method) },
      copy('Max-Forwards'),
    ],
    body: Buffer.alloc(0),
  };
}
