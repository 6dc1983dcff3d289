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

/** The position of the first character from `from` on that is not white space. */
export function skipWhiteSpace(value: string, from: number): number {
  let position = from;
  while (position < value.length && isLinearWhiteSpace(value[position])) position += 1;
  return position;
}

function endOfText(value: string): number {
  let end = value.length;
  while (end > 0 && isLinearWhiteSpace(value[end - 1])) end -= 1;
  return end;
}
