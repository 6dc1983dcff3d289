import { displayText } from './display-text.ts';
import { unfold } from './folding.ts';
import { parseHeaderParameters } from './header-parameters.ts';
import type { HeaderParameters } from './header-parameters.ts';
import { readQuotedString } from './quoted-string.ts';

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
 * end. A value is never split at a comma.
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

/** The `<` that opens the URI: the first one outside quotes; the last one of all when a quote is never closed. */
function findBracket(value: string, start: number): Bracket | null {
  const isAddrSpec = startsWithScheme(value, start);
  let position = start;
  while (position < value.length) {
    const char = value[position];
    if (char === '<') return { position, quotesBalanced: true };
    if (isAddrSpec && char === ';') return null;
    if (char === '"') {
      const quoted = readQuotedString(value, position);
      if (quoted === null) {
        const last = value.lastIndexOf('<');
        return last < position ? null : { position: last, quotesBalanced: false };
      }
      position = quoted.end;
    } else {
      position += 1;
    }
  }
  return null;
}

/** Only the first characters are looked at, however long the value is. */
const startsWithScheme = (value: string, start: number): boolean =>
  uriScheme.test(value.slice(start, start + 5));

function readDisplayName(text: string, quotesBalanced: boolean): string | null {
  if (text.startsWith('"')) {
    const quoted = quotesBalanced ? readQuotedString(text, 0)?.text : text.slice(1).trim();
    return notBlank(unfold(quoted ?? ''));
  }
  // A URI in the place of the name would be shown as if it were one, whatever invisible characters hide in it.
  if (text.includes(':') && uriScheme.test(displayText(text))) return null;
  return notBlank(text.trim().replaceAll(/[ \t\r\n]+/g, ' '));
}

function parseWithoutBrackets(value: string, start: number): NameAddr {
  if (value[start] === '"') {
    const quoted = readQuotedString(value, start);
    const text = quoted === null ? value.slice(start + 1).trim() : quoted.text;
    const end = quoted === null ? value.length : quoted.end;
    return {
      displayName: notBlank(unfold(text)),
      uri: '',
      end,
      parameters: parseHeaderParameters(value, end),
    };
  }
  let end = start;
  while (end < value.length && !/[; \t\r\n]/.test(value.charAt(end))) end += 1;
  return {
    displayName: null,
    uri: value.slice(start, end),
    end,
    parameters: parseHeaderParameters(value, end),
  };
}

const notBlank = (text: string): string | null => (text.trim() === '' ? null : text);
