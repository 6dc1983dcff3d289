import { displayText } from '../identity/display-text.ts';
import { resolveTarget } from '../signalling/sip-target.ts';

/** What a link asks the phone for: to call somebody, once the person says so, or something that no link may ask. */
export type CallLink = { readonly kind: 'asks'; readonly target: string } | { readonly kind: 'refused' };

const refused: CallLink = { kind: 'refused' };

/** Headers of a URI (RFC 3261 §19.1.1), markup, quotes, and whatever could end a line. */
const suspicious = /[?<>"'`\\\p{Cc}]/u;

/** The value of `call`, unescaped. A plus is a plus there: the people who write `?call=+1555` mean it. */
const parameter = /[?&]call=([^&#]*)/;

/**
 * Reads `?call=…` of the page's address: a number, a name, an address, or a `tel:`, `sip:` or `sips:` URI. Null when there
 * is none. Anybody can write a link, so it is never more than a question, and headers or markup make it none.
 */
export function readCallLink(search: string): CallLink | null {
  const value = parameter.exec(search)?.[1];
  if (value === undefined || value === '') return null;
  try {
    const target = decodeURIComponent(value);
    if (suspicious.test(target)) return refused;
    // In any domain: which one it is depends on who is signed in by then.
    resolveTarget(target, 'localhost');
    return { kind: 'asks', target };
  } catch {
    return refused;
  }
}

/** The target as it is shown. */
export const linkTarget = (target: string): string =>
  displayText(target.replace(/^(?:sips?|tel):(?:\/\/)?/i, ''));

/** The address of the page without the question, which has been answered. */
export function withoutCallLink(search: string): string {
  const rest = search
    .replace(/^\?/, '')
    .split('&')
    .filter((each) => each !== '' && !each.startsWith('call='));
  return rest.length === 0 ? '' : `?${rest.join('&')}`;
}
