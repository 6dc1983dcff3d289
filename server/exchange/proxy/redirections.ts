import { headerValues, type SipResponse } from '../message/message.ts';
import { parseNameAddrs } from '../message/name-addr.ts';
import { parseSipUri } from '../message/uri.ts';

/** How many addresses one call is sent on to: a chain of forwardings that is longer is a mistake. */
const maxRedirections = 10;

/** What becomes of a redirection. */
export type Followed<Forward> =
  | { readonly kind: 'followed'; readonly forwards: readonly Forward[] }
  /** Everybody whom it names has been asked already. */
  | { readonly kind: 'exhausted' }
  /** It leads out of here, or into the exchange itself: for the caller to decide (RFC 3261 §8.1.3.4). */
  | { readonly kind: 'leftToCaller' };

/**
 * Follows the redirections of one call within this domain (RFC 3261 §16.7 step 4). Nobody is asked twice, which ends two
 * who forward to each other. `lead` brings the places of a URI: null for one that this exchange does not lead to.
 */
export function createRedirections<Forward>(
  requestUri: string,
  lead: (uri: string) => readonly Forward[] | null,
): (response: SipResponse) => Followed<Forward> {
  const asked = new Set([keyOf(requestUri)]);

  return (response) => {
    const uris = headerValues(response.headers, 'Contact')
      .flatMap((value) => parseNameAddrs(value) ?? [])
      .map(({ uri }) => uri);
    const forwards: Forward[] = [];
    let isKnown = uris.length > 0;
    for (const uri of uris) {
      const key = keyOf(uri);
      if (key !== null && asked.has(key)) continue;
      const places = key === null || asked.size > maxRedirections ? null : lead(uri);
      if (places === null) {
        isKnown = false;
        continue;
      }
      asked.add(key);
      forwards.push(...places);
    }
    if (forwards.length > 0) return { kind: 'followed', forwards };
    return { kind: isKnown ? 'exhausted' : 'leftToCaller' };
  };
}

/** What two URIs of one address have in common; null for one that is no SIP URI. */
function keyOf(text: string): string | null {
  const uri = parseSipUri(text);
  return uri === null ? null : `${uri.user?.toLowerCase() ?? ''}@${uri.host.toLowerCase()}`;
}
