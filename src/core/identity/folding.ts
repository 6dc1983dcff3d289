import { scanUntil } from '../shared/scan-text.ts';

/** Linear white space of a header: space, tab, and the line breaks of a folded header (RFC 3261 §25.1, `LWS`). */
const isLinearWhiteSpace = (char: string | undefined): boolean =>
  char === ' ' || char === '\t' || char === '\r' || char === '\n';

/** Turns each fold (a line break with the white space around it) into one space. Linear in the length. */
export function unfold(value: string): string {
  if (!/[\r\n]/.test(value)) return value;
  // A run of white space is looked at from its first character only: otherwise a long one without a line break is quadratic.
  return value.replaceAll(/[\r\n][ \t\r\n]*/g, '\n').replaceAll(/(?<![ \t])[ \t]+\n|\n/g, ' ');
}

/** The position of the first character from `from` on that is not white space; the length of the text when none follows. */
export const skipWhiteSpace = (value: string, from: number): number =>
  isLinearWhiteSpace(value[from]) ? scanUntil(value, from + 1, /[^ \t\r\n]/g) : Math.min(from, value.length);
