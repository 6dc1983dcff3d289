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
  let text = '';
  let copied = start + 1;
  for (let position = start + 1; position < value.length; position += 1) {
    const char = value[position];
    if (char === '"') return { text: text + value.slice(copied, position), end: position + 1 };
    if (char !== '\\') continue;
    text += value.slice(copied, position);
    position += 1;
    copied = position;
  }
  return null;
}
