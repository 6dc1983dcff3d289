import { skipAll } from '../shared/scan-text.ts';

/** A quoted string that was read from the middle of a header. */
export interface QuotedString {
  /** The text between the quotes, quoted pairs resolved; folds are left as they are. */
  readonly text: string;
  /** The position after the closing quote. */
  readonly end: number;
}

/** Many steps of the engine's own at once, and never so many that it runs out of stack. */
const inQuotes = /(?:[^"\\]+|\\[\s\S]){1,4096}/y;

/**
 * The position after the quoted string that opens at `start` (RFC 3261 §25.1, `quoted-string`): a backslash takes the next
 * character as it stands. Null when the closing quote is missing.
 */
export function endOfQuotedString(value: string, start: number): number | null {
  const close = skipAll(value, start + 1, inQuotes);
  return value[close] === '"' ? close + 1 : null;
}

/** Reads the quoted string that opens at `start`. Null when the closing quote is missing. */
export function readQuotedString(value: string, start: number): QuotedString | null {
  const end = endOfQuotedString(value, start);
  if (end === null) return null;
  return { text: value.slice(start + 1, end - 1).replaceAll(/\\([\s\S])/g, '$1'), end };
}
