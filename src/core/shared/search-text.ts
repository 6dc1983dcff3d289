import { foldText } from './fold-text.ts';
import { withoutSeparators } from './without-separators.ts';

/** A search, ready to be compared with many texts. */
export interface Search {
  readonly words: readonly string[];
  /** What was typed as a number in any spelling, without what people put between digits; null when it is none. */
  readonly digits: string | null;
}

/** What a person typed into a search field. */
export function toSearch(typed: string): Search {
  const digits = withoutSeparators(typed);
  return {
    words: foldText(typed)
      .split(/\s+/u)
      .filter((word) => word !== ''),
    digits: /^\+?[0-9*#]{2,}$/.test(digits) ? digits : null,
  };
}

/** The texts of a record as a search looks for them. Costs 2 µs, so keep it. */
export const searchable = (texts: readonly string[], numbers: readonly string[]): string =>
  foldText([...texts, ...numbers, ...numbers.map(withoutSeparators)].join('\n'));

/** Whether a searchable text has every word of the search, in whatever order, or its number. */
export const isFound = (text: string, { words, digits }: Search): boolean =>
  words.every((word) => text.includes(word)) || (digits !== null && text.includes(digits));
