import { withoutSeparators } from '../shared/without-separators.ts';

const number = /^\+?[0-9*#]+$/;
/** What other programs put around a number that is copied, and nobody sees: marks of direction, joiners, a soft hyphen. */
const unseen = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
/** `+44 (0)20 …`: the 0 is for those who call from within the country (ITU-T E.123 §7.3 is against writing it so). */
const trunkZero = /^(\+[0-9\s.-]{1,5})\(0\)/;
/** Arabic and Persian digits, each row from its zero on. */
const otherDigits = /[\u0660-\u0669\u06f0-\u06f9]/g;
/** A text as it was meant: in plain digits and letters, without what nobody sees. NFKC makes the wide ones of East Asia plain. */
export const cleanText = (typed: string): string =>
  typed
    .replaceAll(unseen, '')
    .normalize('NFKC')
    .replaceAll(otherDigits, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
    .trim();

/** The digits of a number in any spelling; null when it is none. */
export function digitsOf(text: string): string | null {
  const digits = withoutSeparators(text.replace(trunkZero, '$1'));
  return number.test(digits) ? digits : null;
}

/** The address with its user part as digits: a number before the `@` is written like a number, too, but only where it can be nothing else. */
export function cleanUser(address: string): string {
  const at = address.lastIndexOf('@');
  const user = address.slice(0, at);
  const digits = /^\+|[\s()]/.test(user) ? digitsOf(user) : null;
  return digits === null ? address : digits + address.slice(at);
}
