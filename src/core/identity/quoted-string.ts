/** A quoted string that was read from the middle of a header. */
export interface QuotedString {
  /** The text between the quotes, quoted pairs resolved; folds are left as they are. */
  readonly text: string;
  /** The position after the closing quote. */
  readonly end: number;
}

/**
 * Reads the quoted string that opens at `start` (RFC 3261 §25.1, `quoted-string`): a backslash takes the next
 * character as it stands. Null when the closing quote is missing.
 */
export function readQuotedString(value: string, start: number): QuotedString | null {
  let close = value.indexOf('"', start + 1);
  while (close !== -1 && isEscaped(value, start, close)) close = value.indexOf('"', close + 1);
  if (close === -1) return null;
  return { text: value.slice(start + 1, close).replaceAll(/\\([\s\S])/g, '$1'), end: close + 1 };
}

/** An odd number of backslashes stands before it. */
function isEscaped(value: string, start: number, position: number): boolean {
  let first = position;
  while (first - 1 > start && value[first - 1] === '\\') first -= 1;
  return (position - first) % 2 === 1;
}
