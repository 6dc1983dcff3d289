/**
 * Controls, format characters (bidirectional overrides, zero-width ones, tags), lone surrogates, what Unicode says need
 * not be drawn (fillers, variation selectors), and the empty Braille pattern.
 */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800]/gu;
const lineBreaks = /[\t\n\v\f\r]/g;

/**
 * Text from a stranger as it may be shown to a person: nothing that is invisible or turns the writing around, runs of
 * white space as one space, at most `maxLength` characters (code points), the last of them `…` when text was cut off.
 */
export function displayText(text: string, maxLength = 80): string {
  // A code point is two units at most; eight times as many leave room for what is taken out, and bound the work.
  const bounded = text.slice(0, maxLength * 16);
  const visible = bounded
    .replaceAll(lineBreaks, ' ')
    .replaceAll(invisible, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  const characters = Array.from(visible);
  const fits = characters.length <= maxLength;
  return fits
    ? visible
    : `${characters
        .slice(0, maxLength - 1)
        .join('')
        .trimEnd()}…`;
}
