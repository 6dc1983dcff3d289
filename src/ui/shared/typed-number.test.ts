import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createNumberLibrary } from './number-library.ts';
import { retype } from './typed-number.ts';

const { formatTyped, formatWhole } = createNumberLibrary('de-DE');
const digitsOf = (text: string) => text.replaceAll(/[^\d+]/g, '');

/** What stands in the field after each of these was typed at the end. */
const type = (text: string) =>
  text
    .split('')
    .reduce(
      (before, key) => retype(before, { text: before + key, caret: before.length + 1 }, formatTyped).text,
      '',
    );

describe('a number that is typed', () => {
  it.each([
    ['+4930123456', '+49 30 123456'],
    ['+12133734253', '+1 213 373 4253'],
    ['030123456', '030 123456'],
    ['100', '100'],
    ['*43#', '*43#'],
    ['bob@example.com', 'bob@example.com'],
    ['+', '+'],
  ])('%s becomes %s', (keys, shown) => {
    expect(type(keys)).toBe(shown);
  });

  it('keeps its caret behind the same digit', () => {
    expect(retype('+49 30 123456', { text: '+49 301 123456', caret: 7 }, formatTyped)).toEqual({
      text: '+49 30 1123456',
      caret: 8,
    });
    expect(retype('+4930123456', { text: '+49309123456', caret: 6 }, formatTyped).caret).toBe(
      formatTyped('+49309123456').indexOf('9', 3) + 1,
    );
  });

  it('stays as it is when a separator is taken out', () => {
    const typed = { text: '+4930 123456', caret: 3 };
    expect(retype('+49 30 123456', typed, formatTyped)).toEqual(typed);
  });

  it('never has another digit than what was typed', () => {
    const text = fc.string({ unit: fc.constantFrom(...'+0123456789 ()-/.*#ab@'.split('')), maxLength: 24 });
    fc.assert(
      fc.property(text, text, fc.nat(24), (before, typed, caret) => {
        const shown = retype(before, { text: typed, caret: Math.min(caret, typed.length) }, formatTyped);
        expect(digitsOf(shown.text)).toBe(digitsOf(typed));
        expect(shown.caret).toBeLessThanOrEqual(shown.text.length);
      }),
    );
  });
});

it.each([
  ['+4930123456', '+49 30 123456'],
  ['030123456', '030 123456'],
  ['100', '100'],
  ['bob', 'bob'],
])('a whole number %s is shown as %s', (text, shown) => {
  expect(formatWhole(text)).toBe(shown);
});
