/**
 * Splits at `separator` outside quoted strings and `<…>`. Null when a quote or a bracket stays open.
 * One pass; elements are trimmed and may be empty.
 */
export function splitOutside(text: string, separator: ',' | ';'): readonly string[] | null {
  const parts: string[] = [];
  let quoted = false;
  let bracketed = false;
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (quoted) {
      if (char === '\\') at += 1;
      else if (char === '"') quoted = false;
    } else if (bracketed) {
      if (char === '>') bracketed = false;
    } else if (char === '"') quoted = true;
    else if (char === '<') bracketed = true;
    else if (char === separator) {
      parts.push(text.slice(start, at).trim());
      start = at + 1;
    }
  }
  if (quoted || bracketed) return null;
  parts.push(text.slice(start).trim());
  return parts;
}

/** The text inside a quoted-string (RFC 3261 §25.1) without its escapes; any other text as it stands. */
export function unquote(text: string): string {
  if (text.length < 2 || !text.startsWith('"') || !text.endsWith('"')) return text;
  return text.slice(1, -1).replaceAll(/\\(.)/gu, '$1');
}
