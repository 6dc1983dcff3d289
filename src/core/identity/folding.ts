/** Linear white space of a header: space, tab, and the line breaks of a folded header (RFC 3261 §25.1, `LWS`). */
const isLinearWhiteSpace = (char: string | undefined): boolean =>
  char === ' ' || char === '\t' || char === '\r' || char === '\n';

/** Turns each fold (a line break with the white space around it) into one space. Linear in the length. */
export function unfold(value: string): string {
  if (!/[\r\n]/.test(value)) return value;
  return value
    .split(/[\r\n]+/)
    .map((line, index, lines) => {
      const start = index === 0 ? 0 : skipWhiteSpace(line, 0);
      const end = index === lines.length - 1 ? line.length : endOfText(line);
      return line.slice(start, Math.max(start, end));
    })
    .join(' ');
}

/** The position of the first character from `from` on that is not white space; the length of the text when none follows. */
export const skipWhiteSpace = (value: string, from: number): number =>
  isLinearWhiteSpace(value[from]) ? scanUntil(value, from + 1, /[^ \t\r\n]/g) : Math.min(from, value.length);

/**
 * The position of the first character from `from` on that `stop`, one character and global, matches; the length of the text
 * when none does. The browser's own search: a flood of 64 kB is over before a loop of ours would have been compiled.
 */
export function scanUntil(value: string, from: number, stop: RegExp): number {
  stop.lastIndex = from;
  return stop.test(value) ? stop.lastIndex - 1 : value.length;
}

function endOfText(value: string): number {
  let end = value.length;
  while (end > 0 && isLinearWhiteSpace(value[end - 1])) end -= 1;
  return end;
}
