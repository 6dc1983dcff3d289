import { unfold } from './folding.ts';

/** Header names that have a compact form (RFC 3261 §7.3.3, §20; RFC 3515 §2.1; RFC 3892 §2.1). */
const compactNames: Readonly<Record<string, string>> = {
  'call-id': 'i',
  contact: 'm',
  'content-encoding': 'e',
  'content-length': 'l',
  'content-type': 'c',
  from: 'f',
  'refer-to': 'r',
  'referred-by': 'b',
  subject: 's',
  supported: 'k',
  to: 't',
  via: 'v',
};

/**
 * The value of a header, unfolded and trimmed: names in any case (RFC 3261 §7.3.1), the long form before the compact
 * one, and the spelling that is asked for before the others. A blank value counts as absent.
 */
export function findHeader(headers: Readonly<Record<string, string>>, name: string): string | null {
  const exact = Object.hasOwn(headers, name) ? textOf(headers[name]) : null;
  if (exact !== null) return exact;
  const longName = name.toLowerCase();
  const compactName = compactNames[longName];
  let compactValue: string | null = null;
  for (const [key, value] of Object.entries(headers)) {
    const given = key.trim().toLowerCase();
    if (given === longName) {
      const text = textOf(value);
      if (text !== null) return text;
    }
    if (given === compactName) compactValue ??= textOf(value);
  }
  return compactValue;
}

function textOf(value: string | undefined): string | null {
  const text = unfold(value ?? '').trim();
  return text === '' ? null : text;
}
