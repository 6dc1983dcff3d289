import { scanUntil, skipAll } from '../shared/scan-text.ts';
import { endOfQuotedString } from './quoted-string.ts';

/** What is within one value, quoted strings and brackets as they are commonly long in one piece. */
const inValue = /(?:[^,"<]+|"(?:[^"\\]|\\[\s\S]){0,256}"|<[^>]{0,256}>){1,4096}/y;
const startsValue = /[^, \t\r\n]/g;

/** Far more than any header has; a flood of them is no header. */
const maxValues = 256;

/**
 * The values of a header that may carry several, separated by commas (RFC 3261 §7.3.1). A comma inside quotes or
 * brackets separates nothing. Empty values are left out, and what comes after the first 256. Linear in the length.
 */
export function splitHeaderValues(header: string): readonly string[] {
  const values: string[] = [];
  let start = scanUntil(header, 0, startsValue);
  while (start < header.length && values.length < maxValues) {
    const end = endOfValue(header, start);
    const value = header.slice(start, end).trim();
    if (value !== '') values.push(value);
    start = scanUntil(header, end, startsValue);
  }
  return values;
}

/** The comma after the value, or the end of the header. */
function endOfValue(header: string, start: number): number {
  let position = skipAll(header, start, inValue);
  while (position < header.length && header[position] !== ',') {
    position = skipAll(header, endOfToken(header, position), inValue);
  }
  return position;
}

/** A quote or bracket that is never closed goes on to the end. */
function endOfToken(header: string, position: number): number {
  if (header[position] === '"') return endOfQuotedString(header, position) ?? header.length;
  const close = header.indexOf('>', position);
  return close === -1 ? header.length : close + 1;
}
