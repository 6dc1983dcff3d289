import { english, type Words } from '../words.ts';

/** A language that the page speaks. */
export interface KnownLanguage {
  /** BCP 47. */
  readonly tag: LanguageTag;
  /** In itself. */
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
  readonly load: () => Promise<Words>;
}

export type LanguageTag = 'en' | 'de' | 'es' | 'ar';

/** All of them. English is always there; the others are fetched when they are wanted. */
export const knownLanguages: Readonly<Record<LanguageTag, KnownLanguage>> = {
  en: {
    tag: 'en',
    name: 'English',
    direction: 'ltr',
    load: () => Promise.resolve(english),
  },
  de: {
    tag: 'de',
    name: 'Deutsch',
    direction: 'ltr',
    load: () => import('./german/german.ts').then((catalog) => catalog.german),
  },
  es: {
    tag: 'es',
    name: 'Español',
    direction: 'ltr',
    load: () => import('./spanish/spanish.ts').then((catalog) => catalog.spanish),
  },
  ar: {
    tag: 'ar',
    name: 'العربية',
    direction: 'rtl',
    load: () => import('./arabic/arabic.ts').then((catalog) => catalog.arabic),
  },
};

const isKnown = (text: string): text is LanguageTag => Object.hasOwn(knownLanguages, text);

/** A tag as it was kept on the device; null when it is none of ours. */
export const readLanguageTag = (text: string | null): LanguageTag | null =>
  text !== null && isKnown(text) ? text : null;

/** The first of the wanted languages (BCP 47, most wanted first) that the page speaks; English when it speaks none. */
export function pickLanguage(wanted: readonly string[]): LanguageTag {
  for (const tag of wanted) {
    const primary = tag.toLowerCase().split('-')[0] ?? '';
    if (isKnown(primary)) return primary;
  }
  return 'en';
}

/**
 * What dates and numbers are written by: the wanted tag of this language with its region (`de-AT`), else the language.
 * Always in the digits of the keypad: a number on the page is a number that can be dialled.
 */
export function localeOf(language: LanguageTag, wanted: readonly string[]): string {
  const regional = wanted.find(
    (tag) => pickLanguage([tag]) === language && tag.toLowerCase().startsWith(language),
  );
  return new Intl.Locale(regional ?? language, { numberingSystem: 'latn' }).toString();
}
