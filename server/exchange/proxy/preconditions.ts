import type { IncomingRequest } from '../message/envelope.ts';
import { headerTokens, headerValue } from '../message/message.ts';
import type { ResponseParts } from '../message/respond.ts';
import { isLooped } from './loop.ts';

/** A refusal: status and what goes with it. */
export interface Refusal {
  readonly status: number;
  readonly parts?: ResponseParts;
}

/** Why a request may go no further (RFC 3261 §16.3); null if it may. */
export function findRefusal(incoming: IncomingRequest, domain: string): Refusal | null {
  const { headers } = incoming.request;
  const hops = headerValue(headers, 'Max-Forwards');
  if (hops !== null && !/^\d{1,3}$/u.test(hops)) {
    return { status: 400, parts: { reason: 'Malformed Max-Forwards' } };
  }
  if (hops !== null && Number(hops) === 0) return { status: 483 };
  const required = headerTokens(headers, 'Proxy-Require');
  if (required.length > 0) {
    return { status: 420, parts: { headers: [{ name: 'Unsupported', value: required.join(', ') }] } };
  }
  return isLooped(incoming, domain) ? { status: 482 } : null;
}
