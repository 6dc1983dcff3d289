import { PhoneError } from '#core/errors/phone-error.ts';
import type { OfferLinks } from '#core/shared/link-schemes.ts';

/** Opens `tel:` and `sip:` links as `?call=…` of this page; null where the browser lets no page do so. */
export function createOfferLinks(): OfferLinks | null {
  // Typed as always there; Safari has none, and others have it on secure pages only.
  if (!('registerProtocolHandler' in navigator) || !isSecureContext) return null;
  return (scheme) => {
    try {
      navigator.registerProtocolHandler(scheme, new URL('?call=%s', document.baseURI).href);
    } catch (error) {
      throw new PhoneError({ code: 'internal/unexpected', details: String(error) }, error);
    }
  };
}
