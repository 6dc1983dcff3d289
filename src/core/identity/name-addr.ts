import { displayText } from './display-text.ts';
import { scanUntil, skipAll } from '../shared/scan-text.ts';
import { skipWhiteSpace, unfold } from './folding.ts';
import { parseHeaderParameters } from './header-parameters.ts';
import type { HeaderParameters } from './header-parameters.ts';
import { endOfQuotedString, readQuotedString } from './quoted-string.ts';

/** A From, To or similar value, taken apart. */
export interface NameAddr {
  /** As received, with quoted pairs resolved and folds undone; null when there is none or it is blank. */
  readonly displayName: string | null;
  /** The URI without brackets and header parameters; empty when there is none. */
  readonly uri: string;
  /** The position after the address, where the header parameters begin. */
  readonly end: number;
  /** Header parameters, such as `tag`. Those inside the brackets belong to the URI and stay there. */
  readonly parameters: HeaderParameters;
}

const uriScheme = /^(?:sips?|tel):/i;

/**
 * Takes apart one name-addr or addr-spec (RFC 3261 §20.10, §25.1). Never throws, and takes time linear in the length.
 *
 * Deviates, where RFC 4475 allows it to be liberal: the unquoted name may hold any character (§3.1.2.15, and UTF-8);
 * a closing quote that is missing is taken to stand before the last `<` (§3.1.2.6); a bracket that is missing, at the
 * end; a URI without brackets may follow a name. A value is never split at a comma.
 */
export function parseNameAddr(value: string): NameAddr {
  const start = value.length - value.trimStart().length;
  const bracket = findBracket(value, start);
  if (bracket === null) return parseWithoutBrackets(value, start);

  const close = value.indexOf('>', bracket.position + 1);
  const uriEnd = close === -1 ? value.length : close;
  return {
    displayName: readDisplayName(value.slice(start, bracket.position), bracket.quotesBalanced),
    uri: unfold(value.slice(bracket.position + 1, uriEnd)).trim(),
    end: Math.min(uriEnd + 1, value.length),
    parameters: parseHeaderParameters(value, uriEnd + 1),
  };
}

interface Bracket {
  readonly position: number;
  readonly quotesBalanced: boolean;
}

/** What stands before the bracket, quoted strings as they are commonly long in one piece. */
const beforeBracket = /(?:[^<"]+|"(?:[^"\\]|\\[\s\S]){0,256}"){1,4096}/y;
const beforeBracketOrParameter = /(?:[^<;"]+|"(?:[^"\\]|\\[\s\S]){0,256}"){1,4096}/y;

/** The `<` that opens the URI: the first one outside quotes; the last one of all when a quote is never closed. */
function findBracket(value: string, start: number): Bracket | null {
  const before = startsWithScheme(value, start) ? beforeBracketOrParameter : beforeBracket;
  // Quotes without end or number matter only where a bracket follows them.
  const last = value.lastIndexOf('<');
  let position = skipAll(value, start, before);
  while (position <= last) {
    if (value[position] === '<') return { position, quotesBalanced: true };
    if (value[position] === ';') return null;
    const quoteEnd = endOfQuotedString(value, position);
    if (quoteEnd === null) return { position: last, quotesBalanced: false };
    position = skipAll(value, quoteEnd, before);
  }
  return null;
}

/** Only the first characters are looked at, however long the value is. */
const startsWithScheme = (value: string, start: number): boolean =>
  uriScheme.test(value.slice(start, start + 5));

/** The text of a quote that nobody closed, its quoted pairs (RFC 3261 §25.1) resolved as in one that is closed. */
const unescapeOpenQuote = (text: string): string =>
  text
    .slice(1)
    .trim()
    .replaceAll(/\\([^\r\n])/g, '$1');

function readDisplayName(text: string, quotesBalanced: boolean): string | null {
  if (text.startsWith('"')) {
    const quoted = quotesBalanced ? readQuotedString(text, 0)?.text : unescapeOpenQuote(text);
    return notBlank(unfold(quoted ?? ''));
  }
  // A URI in the place of the name would be shown as if it were one, whatever invisible characters hide in it.
  if (text.includes(':') && uriScheme.test(displayText(text))) return null;
  // Single spaces, of which a name may have thousands, are left alone.
  return notBlank(text.trim().replaceAll(/[\t\r\n][ \t\r\n]*| [ \t\r\n]+/g, ' '));
}

/** An addr-spec; or a name and an addr-spec without the brackets that they need; or one of the two. */
function parseWithoutBrackets(value: string, start: number): NameAddr {
  const quoted = value[start] === '"' ? readQuotedString(value, start) : null;
  const isUnclosed = value[start] === '"' && quoted === null;
  const nameEnd = isUnclosed ? value.length : (quoted?.end ?? findAddrSpec(value, start));
  const addressStart = skipWhiteSpace(value, nameEnd);
  const hasAddress = quoted === null || startsWithScheme(value, addressStart);
  const end = hasAddress ? endOfAddrSpec(value, addressStart) : nameEnd;
  return {
    displayName: readDisplayName(value.slice(start, nameEnd), !isUnclosed),
    uri: hasAddress ? value.slice(addressStart, end) : '',
    end,
    parameters: parseHeaderParameters(value, end),
  };
}

/** Where the name ends that a URI follows, before any parameter; `start` when there is no such name. */
function findAddrSpec(value: string, start: number): number {
  if (startsWithScheme(value, start)) return start;
  const parameters = value.indexOf(';', start);
  const text = value.slice(start, parameters === -1 ? value.length : parameters);
  const space = text.search(/[ \t\r\n](?:sips?|tel):/i);
  return space === -1 ? start : start + space;
}

const endOfAddrSpec = (value: string, start: number): number => scanUntil(value, start, /[; \t\r\n]/g);

const notBlank = (text: string): string | null => (text.trim() === '' ? null : text);
