import { scanUntil } from './folding.ts';
import { readQuotedString } from './quoted-string.ts';

const special = /[,"<]/g;

/**
 * The values of a header that may carry several, separated by commas (RFC 3261 §7.3.1). A comma inside quotes or
 * brackets separates nothing. Empty values are left out. Linear in the length.
 */
export function splitHeaderValues(header: string): readonly string[] {
  const values: string[] = [];
  let start = 0;
  let position = scanUntil(header, 0, special);
  while (position < header.length) {
    if (header[position] === ',') {
      values.push(header.slice(start, position));
      start = position + 1;
    }
    position = scanUntil(header, endOfToken(header, position), special);
  }
  values.push(header.slice(start));
  return values.map((value) => value.trim()).filter((value) => value !== '');
}

/** A quote or bracket that is never closed goes on to the end. */
function endOfToken(header: string, position: number): number {
  if (header[position] === ',') return position + 1;
  if (header[position] === '"') return readQuotedString(header, position)?.end ?? header.length;
  const close = header.indexOf('>', position);
  return close === -1 ? header.length : close + 1;
}
