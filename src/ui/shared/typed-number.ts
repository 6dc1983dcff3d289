import { withoutSeparators } from '#core/shared/without-separators.ts';

/** A text of a field, and where its caret stands. */
export interface TypedText {
  readonly text: string;
  readonly caret: number;
}

const isNumber = (text: string): boolean => /^\+?\d*$/.test(withoutSeparators(text));
const digitsOf = (text: string): string => text.replaceAll(/[^\d+]/g, '');

/** Fewer are an extension, which has no form of its own. */
const fewestDigits = 7;

/** Whether a text is a number that has a form: in full, or long enough not to be an extension. */
export const isFormattable = (text: string): boolean =>
  isNumber(text) &&
  (text.trimStart().startsWith('+') ? digitsOf(text).length > 3 : digitsOf(text).length >= fewestDigits);

/**
 * What was typed in the place of `before`, in the form that `format` gives it, with the caret behind the same digit. Not a
 * digit is ever changed: when `format` would, and when only separators were taken out, the text stays as it was typed.
 */
export function retype(before: string, typed: TypedText, format: (text: string) => string): TypedText {
  const digits = digitsOf(typed.text);
  const tookSeparatorsOut = digits === digitsOf(before) && typed.text.length < before.length;
  if (!isFormattable(typed.text) || tookSeparatorsOut) return typed;
  const text = format(typed.text);
  if (digitsOf(text) !== digits) return typed;
  if (typed.caret >= typed.text.length) return { text, caret: text.length };
  let left = digitsOf(typed.text.slice(0, typed.caret)).length;
  let caret = 0;
  while (left > 0 && caret < text.length) {
    if (digitsOf(text[caret] ?? '') !== '') left -= 1;
    caret += 1;
  }
  return { text, caret };
}
