/** A quoted string that was read from the middle of a header. */
export interface QuotedString {
  /** The text between the quotes, quoted pairs resolved; folds are left as they are. */
  readonly text: string;
  /** The position after the closing quote. */
  readonly end: number;
}

/**
 * The position after the quoted string that opens at `start` (RFC 3261 §25.1, `quoted-string`): a backslash takes the next
 * character as it stands. Null when the closing quote is missing.
 */
export function endOfQuotedString(value: string, start: number): number | null {
  let close = value.indexOf('"', start + 1);
  while (close !== -1 && isEscaped(value, start, close)) close = value.indexOf('"', close + 1);
  return close === -1 ? null : close + 1;
}

/** Reads the quoted string that opens at `start`. Null when the closing quote is missing. */
export function readQuotedString(value: string, start: number): QuotedString | null {
  const end = endOfQuotedString(value, start);
  if (end === null) return null;
  return { text: value.slice(start + 1, end - 1).replaceAll(/\\([\s\S])/g, '$1'), end };
}

/** An odd number of backslashes stands before it. */
function isEscaped(value: string, start: number, position: number): boolean {
  let first = position;
  while (first - 1 > start && value[first - 1] === '\\') first -= 1;
  return (position - first) % 2 === 1;
}
