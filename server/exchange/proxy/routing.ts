import { headerValue, headerValues, withoutFirst, type Header } from '../message/message.ts';
import { parseNameAddr } from '../message/name-addr.ts';
import { parseSipUri } from '../message/uri.ts';
import type { IncomingRequest } from '../message/envelope.ts';
import type { Bindings } from '../registrar/bindings.ts';
import { gruuInstance } from '../registrar/gruu.ts';
import type { Flow } from '../transport/flow.ts';

/**
 * Record-Route only where it is needed.
 *
 * A browser can reach nobody but the server at the other end of its WebSocket, and nobody can reach a browser: its
 * Contact is made up (`…@random.invalid`, RFC 7118 §5). So every request of a dialog comes through here anyway, with
 * or without a Route, and the only question is whether the Contact in its Request-URI can be resolved:
 * - a GRUU of ours leads to the instance, even after a reload, when a route recorded for the old flow would be dead;
 * - a Contact that is registered leads to its binding;
 * - any other Contact, such as that of a caller who authenticated without registering, leads nowhere. For that one a
 *   Record-Route is added that names the caller's flow (RFC 5626 §5.3), and dies with it.
 */
export function recordRoute(
  { request, toTag }: IncomingRequest,
  flow: Flow,
  domain: string,
  isOwnHost: (host: string) => boolean,
  bindings: Bindings,
): string | null {
  if (toTag !== null || !dialogMethods.has(request.method)) return null;
  const contact = parseSipUri(parseNameAddr(headerValue(request.headers, 'Contact') ?? '')?.uri ?? '');
  if (contact === null) return null;
  const isGruu = isOwnHost(contact.host) && gruuInstance(contact) !== null;
  if (isGruu || bindings.ofContact(contact) !== null) return null;
  return `<sip:${flow.id}@${domain};transport=ws;lr>`;
}

const dialogMethods: ReadonlySet<string> = new Set(['INVITE', 'SUBSCRIBE', 'REFER']);

/** A request's Route after our own part of it is taken off (RFC 3261 §16.4). */
export interface Routed {
  readonly headers: readonly Header[];
  /** The flow that a Route of ours names. */
  readonly flow: Flow | null;
  /** A Route that leads to another host, or to a flow that is gone. */
  readonly deadEnd: boolean;
}

/** Takes off the Routes that name this exchange. */
export function takeRoutes(
  headers: readonly Header[],
  isOwnHost: (host: string) => boolean,
  flowById: (id: string) => Flow | null,
): Routed {
  let rest = headers;
  let flow: Flow | null = null;
  for (const value of headerValues(headers, 'Route')) {
    const uri = parseSipUri(parseNameAddr(value)?.uri ?? '');
    if (uri === null || !isOwnHost(uri.host)) return { headers: rest, flow, deadEnd: true };
    rest = withoutFirst(rest, 'Route');
    if (uri.user === null) continue;
    flow = flowById(uri.user);
    if (flow === null) return { headers: rest, flow, deadEnd: true };
  }
  return { headers: rest, flow, deadEnd: false };
}
