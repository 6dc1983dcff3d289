import type { Authenticator } from '../auth/authenticator.ts';
import type { IncomingRequest } from '../message/envelope.ts';
import { headerValue, type Header } from '../message/message.ts';
import { respond } from '../message/respond.ts';
import { parseSipUri } from '../message/uri.ts';
import type { Bindings } from '../registrar/bindings.ts';
import type { ServerTransaction } from '../transaction/server-transaction.ts';
import type { Flow } from '../transport/flow.ts';
import type { Flows } from './flows.ts';
import { toForward } from './forward.ts';
import { createRedirections } from './redirections.ts';
import { findRefusal, type Refusal } from './preconditions.ts';
import type { Resolution, Target } from './resolve.ts';
import { forkRequest, type ResponseContextDeps } from './response-context.ts';
import { recordRoute, takeRoutes, type Routed } from './routing.ts';

/** The endpoints that live inside the exchange. */
export interface ExtensionHost {
  readonly onRequest: (name: string, transaction: ServerTransaction) => void;
  /** The ACK of a 2xx that an extension sent. */
  readonly onAck: (incoming: IncomingRequest) => void;
}

export interface ProxyDeps extends ResponseContextDeps {
  readonly domain: string;
  readonly isOwnHost: (host: string) => boolean;
  readonly flows: Flows;
  readonly bindings: Bindings;
  readonly resolve: (requestUri: string) => Resolution;
  readonly authenticator: Authenticator;
  readonly register: (transaction: ServerTransaction) => void;
  readonly extensions: ExtensionHost;
}

export interface Proxy {
  readonly onRequest: (transaction: ServerTransaction) => void;
  readonly onAck: (incoming: IncomingRequest, flow: Flow) => void;
}

const allowed =
  'INVITE, ACK, CANCEL, BYE, OPTIONS, REGISTER, REFER, NOTIFY, SUBSCRIBE, MESSAGE, INFO, UPDATE';

/** A transaction-stateful, forking proxy (RFC 3261 §16). */
export function createProxy(deps: ProxyDeps): Proxy {
  /** A request within a dialog goes on as soon as anybody proved to be behind the flow; a new one proves its own From. */
  const mayPass = (incoming: IncomingRequest, flow: Flow): Refusal | null => {
    if (incoming.toTag !== null && deps.flows.isProved(flow)) return null;
    const proof = deps.authenticator.check(incoming, 'proxy');
    if (proof.kind === 'challenge') return { status: proof.status, parts: { headers: proof.headers } };
    deps.flows.prove(flow);
    if (incoming.toTag !== null) return null;
    const from = parseSipUri(incoming.from.uri);
    const isSelf = from !== null && deps.isOwnHost(from.host) && from.user?.toLowerCase() === proof.user;
    return isSelf ? null : { status: 403, parts: { reason: 'From Is Not You' } };
  };

  /** Where a Route names a flow, there; otherwise where the Request-URI leads. */
  const find = (incoming: IncomingRequest, routed: Routed, from: Flow): Resolution => {
    if (routed.deadEnd) return { kind: 'refused', status: 480 };
    if (routed.flow === null || routed.flow === from) return deps.resolve(incoming.request.requestUri);
    return { kind: 'targets', targets: [{ flow: routed.flow, requestUri: incoming.request.requestUri }] };
  };

  const prepare = (incoming: IncomingRequest, flow: Flow, headers: readonly Header[], target: Target) => ({
    flow: target.flow,
    request: toForward(incoming, {
      domain: deps.domain,
      requestUri: target.requestUri,
      headers,
      recordRoute: recordRoute(incoming, flow, deps.domain, deps.isOwnHost, deps.bindings),
    }),
  });

  const isOwnUri = (text: string): boolean => {
    const uri = parseSipUri(text);
    return uri !== null && deps.isOwnHost(uri.host);
  };

  const routesOf = (incoming: IncomingRequest) =>
    takeRoutes(incoming.request.headers, deps.isOwnHost, deps.flows.byId);

  return {
    onRequest(transaction) {
      const { incoming, flow } = transaction;
      const { method, headers } = incoming.request;
      const refuse = ({ status, parts }: Refusal) =>
        transaction.respond(respond(headers, status, { toTag: deps.createTag(), ...parts }));

      const refusal = findRefusal(incoming, deps.domain);
      if (refusal !== null) return refuse(refusal);
      if (method === 'REGISTER') return deps.register(transaction);
      const routed = routesOf(incoming);
      const found = find(incoming, routed, flow);
      const allow = [{ name: 'Allow', value: allowed }];
      if (found.kind === 'exchange') {
        return refuse({ status: method === 'OPTIONS' ? 200 : 405, parts: { headers: allow } });
      }
      const stopped = mayPass(incoming, flow);
      if (stopped !== null) return refuse(stopped);
      if (found.kind === 'refused') return refuse({ status: found.status });
      if (found.kind === 'extension') return deps.extensions.onRequest(found.name, transaction);
      if (isSelfSubscription(incoming)) {
        return refuse({ status: 489, parts: { headers: [{ name: 'Allow-Events', value: 'refer' }] } });
      }
      const prepareAll = (targets: readonly Target[]) =>
        targets.map((target) => prepare(incoming, flow, routed.headers, target));
      return forkRequest(
        transaction,
        prepareAll(found.targets),
        deps,
        createRedirections(incoming.request.requestUri, (uri) => {
          const leadsTo = isNewCall(incoming) && isOwnUri(uri) ? deps.resolve(uri) : null;
          if (leadsTo?.kind === 'targets') return prepareAll(leadsTo.targets);
          // Whoever is not there now is nobody; what is no phone takes calls only from those who dial it.
          return leadsTo?.kind === 'refused' ? [] : null;
        }),
      );
    },
    onAck(incoming, flow) {
      const hops = headerValue(incoming.request.headers, 'Max-Forwards');
      if (hops !== null && !(Number(hops) > 0)) return;
      const routed = routesOf(incoming);
      const found = find(incoming, routed, flow);
      if (found.kind === 'extension') deps.extensions.onAck(incoming);
      if (found.kind !== 'targets') return;
      for (const target of found.targets) {
        const { request } = prepare(incoming, flow, routed.headers, target);
        target.flow.send(request);
      }
    },
  };
}

const isNewCall = ({ request, toTag }: IncomingRequest): boolean =>
  request.method === 'INVITE' && toTag === null;

/** Somebody's own message waiting, presence and the like: a server's business, and this one keeps no such state. */
const isSelfSubscription = ({ request, toTag, from, to }: IncomingRequest): boolean =>
  request.method === 'SUBSCRIBE' &&
  toTag === null &&
  parseSipUri(from.uri)?.user?.toLowerCase() === parseSipUri(to.uri)?.user?.toLowerCase();
