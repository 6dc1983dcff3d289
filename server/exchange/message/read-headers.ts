import { canonicalHeaderName } from './header-names.ts';
import type { Header } from './message.ts';
import { splitOutside } from './split.ts';
import { hasControlCharacter } from './start-line.ts';

export interface HeaderBounds {
  readonly maxHeaders: number;
  readonly maxHeaderLineBytes: number;
}

/** The headers that could be read, and what was wrong with the first that could not. */
export interface HeadersRead {
  readonly headers: readonly Header[];
  readonly problem: string | null;
}

/** Routing headers are kept one value per field, so that the first value is the first field. */
const routingNames: ReadonlySet<string> = new Set(['Via', 'Route', 'Record-Route']);
const namePattern = /^[A-Za-z0-9\-.!%*_+`'~]+$/u;

/** Reads header lines (RFC 3261 §7.3.1). Reading goes on behind a bad line, so that a 400 can carry Via and Call-ID. */
export function readHeaders(text: string, bounds: HeaderBounds): HeadersRead {
  if (text === '') return { headers: [], problem: null };
  const headers: Header[] = [];
  let problem: string | null = null;
  const maxLines = bounds.maxHeaders * 2;
  const lines = text.split('\r\n', maxLines + 1);
  if (lines.length > maxLines) problem = 'Too Many Headers';
  for (const line of unfold(lines)) {
    const read = readLine(line, bounds.maxHeaderLineBytes);
    if (typeof read === 'string') {
      problem ??= read;
      continue;
    }
    if (headers.length + read.length > bounds.maxHeaders) {
      return { headers, problem: problem ?? 'Too Many Headers' };
    }
    for (const header of read) headers.push(header);
  }
  return { headers, problem };
}

/** A line that begins with white space goes on with the line before. */
function unfold(lines: readonly string[]): readonly string[] {
  const unfolded: string[][] = [];
  for (const line of lines) {
    const last = unfolded.at(-1);
    if (last !== undefined && /^[ \t]/u.test(line)) last.push(line.trim());
    else unfolded.push([line]);
  }
  return unfolded.map((pieces) => pieces.join(' '));
}

function readLine(line: string, maxBytes: number): readonly Header[] | string {
  if (Buffer.byteLength(line) > maxBytes) return 'Header Line Too Long';
  if (hasControlCharacter(line)) return 'Control Character in Header';
  const colon = line.indexOf(':');
  const written = line.slice(0, colon).trimEnd();
  if (colon === -1 || !namePattern.test(written)) return 'Malformed Header Line';
  const name = canonicalHeaderName(written);
  const value = line.slice(colon + 1).trim();
  if (!routingNames.has(name)) return [{ name, value }];
  const values = splitOutside(value, ',');
  return values === null ? `Malformed ${name}` : values.map((each) => ({ name, value: each }));
}
