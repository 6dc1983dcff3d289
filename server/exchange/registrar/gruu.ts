import { paramValue } from '../message/params.ts';
import type { SipUri } from '../message/uri.ts';

/**
 * The public GRUU of an instance (RFC 5627 §3.1): the address-of-record with the instance id as `gr`. It outlives
 * a connection, so that a dialog survives a reload of the page.
 *
 * Deviates: no temporary GRUU (RFC 5627 §3.2). It would hide the caller's address, which an exchange for trying has
 * no use for, and JsSIP puts the public one into its dialogs.
 */
export const publicGruu = (user: string, instance: string, domain: string): string =>
  `sip:${encodeURIComponent(user)}@${domain};gr=${escapeParam(instance)}`;

/** The instance that a GRUU names; null for a URI that is no GRUU. */
export function gruuInstance(uri: SipUri): string | null {
  const escaped = paramValue(uri.params, 'gr');
  if (escaped === null || escaped === '') return null;
  try {
    return decodeURIComponent(escaped);
  } catch {
    return null;
  }
}

/** The `+sip.instance` of a Contact without its angle brackets (RFC 5626 §4.1); null when there is none. */
export function readInstance(value: string | null): string | null {
  const instance = value?.replace(/^<(.*)>$/su, '$1') ?? '';
  return instance === '' ? null : instance;
}

/** `:` may stand in a URI parameter and is kept, since most instance ids are URNs. */
const escapeParam = (text: string): string => encodeURIComponent(text).replaceAll('%3A', ':');
