import type { ExchangeAccount } from '../accounts.ts';
import { parseSipUri, uriScheme, type SipUri } from '../message/uri.ts';
import type { Bindings } from '../registrar/bindings.ts';
import { gruuInstance } from '../registrar/gruu.ts';
import type { Flow } from '../transport/flow.ts';

/** One place to which a request is forwarded. */
export interface Target {
  readonly flow: Flow;
  readonly requestUri: string;
}

/** Where a Request-URI leads. */
export type Resolution =
  /** Never empty. */
  | { readonly kind: 'targets'; readonly targets: readonly Target[] }
  | { readonly kind: 'extension'; readonly name: string }
  /** The exchange itself. */
  | { readonly kind: 'exchange' }
  | { readonly kind: 'refused'; readonly status: 400 | 404 | 416 | 480 };

export interface ResolveDeps {
  readonly isOwnHost: (host: string) => boolean;
  readonly accounts: ReadonlyMap<string, ExchangeAccount>;
  readonly bindings: Bindings;
  readonly isExtension: (user: string) => boolean;
}

const refused = (status: 400 | 404 | 416 | 480): Resolution => ({ kind: 'refused', status });

/** Resolves a Request-URI (RFC 3261 §16.5). */
export function createResolve(deps: ResolveDeps): (requestUri: string) => Resolution {
  /** A GRUU leads to its instance, wherever that is now (RFC 5627 §5.1); an address-of-record to all its bindings. */
  const ofAccount = (uri: SipUri, user: string): Resolution => {
    const instance = gruuInstance(uri);
    const found = deps.bindings
      .ofUser(user)
      .filter((each) => instance === null || each.instance === instance);
    if (found.length === 0) return refused(480);
    return {
      kind: 'targets',
      targets: found.map(({ flow, contactUri }) => ({ flow, requestUri: contactUri })),
    };
  };

  const ofContact = (uri: SipUri, requestUri: string): Resolution => {
    const binding = deps.bindings.ofContact(uri);
    if (binding === null) return refused(404);
    return { kind: 'targets', targets: [{ flow: binding.flow, requestUri }] };
  };

  return (requestUri) => {
    const uri = parseSipUri(requestUri);
    if (uri === null) return refused(['sip', 'sips'].includes(uriScheme(requestUri) ?? 'sip') ? 400 : 416);
    if (!deps.isOwnHost(uri.host)) return ofContact(uri, requestUri);
    if (uri.user === null) return { kind: 'exchange' };
    const user = uri.user.toLowerCase();
    if (deps.accounts.has(user)) return ofAccount(uri, user);
    if (deps.isExtension(user)) return { kind: 'extension', name: user };
    return ofContact(uri, requestUri);
  };
}
