import type { ExchangeLimits } from '../limits.ts';
import type { IncomingRequest } from '../message/envelope.ts';
import { headerValue, headerValues } from '../message/message.ts';
import { parseNameAddrs } from '../message/name-addr.ts';
import { paramValue, type Param } from '../message/params.ts';
import { readInstance } from './gruu.ts';

/** One Contact of a REGISTER. */
export interface ContactRequest {
  readonly uri: string;
  /** Without those that the registrar itself writes. */
  readonly params: readonly Param[];
  readonly instance: string | null;
  /** 0 asks for removal; what is more than the maximum is cut to it. */
  readonly expiresSeconds: number;
}

/** What a REGISTER asks for (RFC 3261 §10.3). */
export type RegisterRequest =
  /** No Contact: tell me what is there. */
  | { readonly kind: 'query' }
  /** `Contact: *` with `Expires: 0`. */
  | { readonly kind: 'remove-all' }
  | { readonly kind: 'update'; readonly contacts: readonly ContactRequest[] }
  | { readonly kind: 'malformed' };

/** Parameters that are the registrar's to give; a client's own are ignored (RFC 5627 §4.2). */
const written: ReadonlySet<string> = new Set(['expires', 'pub-gruu', 'temp-gruu']);

export function readRegister({ request }: IncomingRequest, limits: ExchangeLimits): RegisterRequest {
  const values = headerValues(request.headers, 'Contact');
  const header = headerValue(request.headers, 'Expires');
  if (values.length === 0) return { kind: 'query' };
  if (values.some((value) => value.trim() === '*')) {
    const alone = values.length === 1 && header !== null && Number(header) === 0;
    return alone ? { kind: 'remove-all' } : { kind: 'malformed' };
  }
  const addresses = parseNameAddrs(values.join(','));
  if (addresses === null) return { kind: 'malformed' };
  const contacts = addresses.map(({ uri, params }) => ({
    uri,
    params: params.filter(({ name }) => !written.has(name.toLowerCase())),
    instance: readInstance(paramValue(params, '+sip.instance')),
    expiresSeconds: readExpires(paramValue(params, 'expires') ?? header, limits),
  }));
  return { kind: 'update', contacts };
}

/** A value that is no number counts as none (RFC 3261 §10.2.1.1 lets a registrar choose). */
function readExpires(text: string | null, limits: ExchangeLimits): number {
  const asked = text !== null && /^\d{1,10}$/u.test(text) ? Number(text) : limits.defaultExpiresSeconds;
  return Math.min(asked, limits.maxExpiresSeconds);
}
