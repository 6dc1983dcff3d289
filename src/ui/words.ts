import { callEndTable, type CallEndTable } from '#core/call/call-end-table.ts';
import { errorTable } from '#core/errors/error-table.ts';
import type { PhoneErrorCode } from '#core/errors/phone-error.ts';
import { page } from './languages/english/page.ts';
import { settings } from './languages/english/settings.ts';
import { calls } from './languages/english/calls.ts';
import { check } from './languages/english/check.ts';
import { data } from './languages/english/data.ts';
import { recordings } from './languages/english/recordings.ts';
import { people } from './languages/english/people.ts';

/** Every word of the page, in English; `languages/` has the same in others. What core has to say itself is there. */
export const english = {
  ...page,
  ...settings,
  ...calls,
  ...check,
  ...data,
  ...recordings,
  ...people,
  callEnds: callEndTable,
  errors: errorTable,
} as const;

/** What a catalog of any language has: the keys and the parameters of the English one. */
type Translated<T> = T extends string
  ? string
  : T extends (...values: infer Values) => string
    ? (...values: Values) => string
    : { readonly [Key in keyof T]: Translated<T[Key]> };

/** A language's words. One that is missing does not compile. */
export type Words = Translated<Omit<typeof english, 'errors' | 'callEnds'>> & {
  readonly callEnds: CallEndTable;
  readonly errors: Readonly<Record<PhoneErrorCode, { readonly sentence: string; readonly action: string }>>;
};

/** The words of the language that the page is in. Read them while rendering, not before: the language can change. */
let current: Words = english;
export { current as words };

/** The page has to be drawn anew afterwards: `languages/language.ts` sees to it. */
export function setWords(next: Words): void {
  current = next;
}
