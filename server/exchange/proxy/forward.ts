import type { IncomingRequest } from '../message/envelope.ts';
import {
  headerValue,
  prependHeader,
  withHeader,
  withoutHeader,
  type Header,
  type SipRequest,
} from '../message/message.ts';
import { createBranch } from './loop.ts';

export interface ForwardParts {
  readonly domain: string;
  readonly requestUri: string;
  /** The request's headers without our Routes. */
  readonly headers: readonly Header[];
  readonly recordRoute: string | null;
}

/** Identities that only a trusted network may assert (RFC 3325 §5); a browser is not part of one. */
const untrusted = ['P-Asserted-Identity', 'P-Preferred-Identity', 'Proxy-Authorization'] as const;
const defaultHops = '70';

/** The request as the next hop gets it (RFC 3261 §16.6). */
export function toForward(incoming: IncomingRequest, parts: ForwardParts): SipRequest {
  const hops = headerValue(parts.headers, 'Max-Forwards');
  let headers = untrusted.reduce(withoutHeader, parts.headers);
  headers = withHeader(headers, 'Max-Forwards', hops === null ? defaultHops : String(Number(hops) - 1));
  if (parts.recordRoute !== null) headers = prependHeader(headers, 'Record-Route', parts.recordRoute);
  headers = prependHeader(headers, 'Via', `SIP/2.0/WS ${parts.domain};branch=${createBranch(incoming)}`);
  return { ...incoming.request, requestUri: parts.requestUri, headers };
}
