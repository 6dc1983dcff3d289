import type { Clock } from '#core/shared/clock.ts';
import type { ExchangeAccount } from '../accounts.ts';
import type { Authenticator } from '../auth/authenticator.ts';
import type { ExchangeLimits } from '../limits.ts';
import type { IncomingRequest } from '../message/envelope.ts';
import { headerTokens, type Header } from '../message/message.ts';
import { formatAddress } from '../message/name-addr.ts';
import { respond, type ResponseParts } from '../message/respond.ts';
import { parseSipUri } from '../message/uri.ts';
import type { ServerTransaction } from '../transaction/server-transaction.ts';
import type { Flow } from '../transport/flow.ts';
import { supersedes, type Binding, type Bindings } from './bindings.ts';
import { publicGruu } from './gruu.ts';
import { readRegister, type ContactRequest } from './read-contacts.ts';

export interface RegistrarDeps {
  readonly domain: string;
  readonly isOwnHost: (host: string) => boolean;
  readonly accounts: ReadonlyMap<string, ExchangeAccount>;
  readonly authenticator: Authenticator;
  readonly bindings: Bindings;
  readonly limits: ExchangeLimits;
  readonly clock: Clock;
  readonly createTag: () => string;
  /** Told when a flow has proved whose it is. */
  readonly onProved: (flow: Flow, user: string) => void;
}

const supportedExtensions: ReadonlySet<string> = new Set(['gruu', 'outbound', 'path']);

/** Answers REGISTER (RFC 3261 §10.3, RFC 5626, RFC 5627). */
export function createRegistrar(deps: RegistrarDeps): (transaction: ServerTransaction) => void {
  const { domain, bindings, limits, clock } = deps;

  const contactHeaders = (user: string, withGruu: boolean): readonly Header[] =>
    bindings.ofUser(user).map(({ contactUri, params, instance, expiresAtMs }) => {
      const seconds = Math.max(0, Math.ceil((expiresAtMs - clock.nowMs()) / 1000));
      const own = [...params, { name: 'expires', value: String(seconds) }];
      const gruu = instance !== null && withGruu ? publicGruu(user, instance, domain) : null;
      const all = gruu === null ? own : [...own, { name: 'pub-gruu', value: `"${gruu}"` }];
      return { name: 'Contact', value: formatAddress(contactUri, all) };
    });

  const toBinding = (
    contact: ContactRequest,
    user: string,
    incoming: IncomingRequest,
    flow: Flow,
  ): Binding => ({
    user,
    contactUri: contact.uri,
    params: contact.params,
    instance: contact.instance,
    flow,
    callId: incoming.callId,
    cseq: incoming.cseq,
    expiresAtMs: clock.nowMs() + contact.expiresSeconds * 1000,
  });

  /** All contacts or none (RFC 3261 §10.3 step 7). Returns the status that keeps them out, or null. */
  const update = (contacts: readonly ContactRequest[], user: string, transaction: ServerTransaction) => {
    const wanted = contacts.map((contact) =>
      toBinding(contact, user, transaction.incoming, transaction.flow),
    );
    const present = bindings.ofUser(user);
    const added = wanted.filter(({ expiresAtMs }) => expiresAtMs > clock.nowMs());
    const kept = present.filter((old) => !wanted.some((next) => supersedes(next, old)));
    if (added.some(({ expiresAtMs }) => expiresAtMs < clock.nowMs() + limits.minExpiresSeconds * 1000))
      return 423;
    const outdated = present.some((old) =>
      wanted.some((next) => supersedes(next, old) && isOutdated(next, old)),
    );
    if (outdated) return 500;
    const others = bindings.size() - present.length;
    const tooMany = kept.length + added.length > limits.maxBindingsPerAor;
    if (added.length > 0 && (tooMany || others + kept.length + added.length > limits.maxBindings)) return 503;
    for (const old of present) if (!kept.includes(old)) bindings.remove(old);
    for (const binding of added) bindings.save(binding);
    return null;
  };

  return (transaction) => {
    const { incoming, flow } = transaction;
    const { headers } = incoming.request;
    const answer = (status: number, parts: ResponseParts = {}) =>
      transaction.respond(respond(headers, status, { toTag: deps.createTag(), ...parts }));

    const unsupported = headerTokens(headers, 'Require').filter((option) => !supportedExtensions.has(option));
    if (unsupported.length > 0) {
      return answer(420, { headers: [{ name: 'Unsupported', value: unsupported.join(', ') }] });
    }
    const aor = parseSipUri(incoming.to.uri);
    const user = aor?.user?.toLowerCase() ?? '';
    if (aor === null || !deps.isOwnHost(aor.host) || !deps.accounts.has(user)) return answer(404);

    const proof = deps.authenticator.check(incoming, 'registrar');
    if (proof.kind === 'challenge') return answer(proof.status, { headers: proof.headers });
    if (proof.user !== user) return answer(403, { reason: 'Not Your Address' });
    deps.onProved(flow, user);

    const asked = readRegister(incoming, limits);
    if (asked.kind === 'malformed') return answer(400, { reason: 'Malformed Contact' });
    if (asked.kind === 'remove-all') for (const each of bindings.ofUser(user)) bindings.remove(each);
    const refused = asked.kind === 'update' ? update(asked.contacts, user, transaction) : null;
    if (refused === 423) {
      return answer(423, { headers: [{ name: 'Min-Expires', value: String(limits.minExpiresSeconds) }] });
    }
    if (refused === 503) return answer(503, { reason: 'Too Many Registrations' });
    if (refused !== null) return answer(refused, { reason: 'Out of Order' });
    return answer(200, {
      headers: contactHeaders(user, headerTokens(headers, 'Supported').includes('gruu')),
    });
  };
}

/** A REGISTER that overtook this one has already been answered (RFC 3261 §10.3 step 7). */
const isOutdated = (next: Binding, old: Binding): boolean =>
  next.callId === old.callId && next.cseq <= old.cseq;
