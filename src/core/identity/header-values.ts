import { readQuotedString } from './quoted-string.ts';

/**
 * The values of a header that may carry several, separated by commas (RFC 3261 §7.3.1). A comma inside quotes or
 * brackets separates nothing. Empty values are left out. Linear in the length.
 */
export function splitHeaderValues(header: string): readonly string[] {
  const values: string[] = [];
  let start = 0;
  let position = 0;
  while (position < header.length) {
    const char = header[position];
    if (char === ',') {
      values.push(header.slice(start, position));
      start = position + 1;
    }
    position = char === undefined ? header.length : endOfToken(header, char, position);
  }
  values.push(header.slice(start));
  return values.map((value) => value.trim()).filter((value) => value !== '');
}

/** A quote or bracket that is never closed goes on to the end. */
function endOfToken(header: string, char: string, position: number): number {
  if (char === '"') return readQuotedString(header, position)?.end ?? header.length;
  if (char !== '<') return position + 1;
  const close = header.indexOf('>', position);
  return close === -1 ? header.length : close + 1;
}
