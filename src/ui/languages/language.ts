import type { KeptText } from '#core/shared/kept-text.ts';
import { createStore, type ReadonlyStore } from '#core/shared/store.ts';
import { setLocale } from '../shared/locale.ts';
import { setWords } from '../words.ts';
import {
  knownLanguages,
  localeOf,
  pickLanguage,
  readLanguageTag,
  type LanguageTag,
} from './known-languages.ts';

/** The language of the page. */
export interface LanguageState {
  readonly language: LanguageTag;
  /** What the person chose; null to follow the browser. */
  readonly chosen: LanguageTag | null;
  /** For dates and numbers, BCP 47. */
  readonly locale: string;
}

/** Which language the page is in, and how that is changed. */
export interface Language {
  readonly store: ReadonlyStore<LanguageState>;
  /** Brings the page into its language; in English where that cannot be fetched. Before the first drawing. Never rejects. */
  readonly begin: () => Promise<void>;
  /** Changes and remembers it; null follows the browser again. Rejects, and changes nothing, when it cannot be fetched. */
  readonly choose: (chosen: LanguageTag | null) => Promise<void>;
}

/**
 * The language that was chosen on this device, else the first of the `wanted` ones (`navigator.languages`) that the page
 * speaks. `root` says to the browser which one that is, and in which direction it is written.
 */
export function createLanguage({
  kept,
  wanted,
  root,
}: {
  readonly kept: KeptText;
  readonly wanted: readonly string[];
  readonly root: Pick<HTMLElement, 'lang' | 'dir'>;
}): Language {
  const english: LanguageState = { language: 'en', chosen: null, locale: localeOf('en', wanted) };
  const store = createStore(english);

  let wishes = 0;
  /** False where another wish came while the words were fetched: the last one counts. */
  const speak = async (
    chosen: LanguageTag | null,
    language = chosen ?? pickLanguage(wanted),
  ): Promise<boolean> => {
    wishes += 1;
    const wish = wishes;
    const { load, direction } = knownLanguages[language];
    const words = await load().catch((error: unknown) => {
      if (wish === wishes) throw error;
      return null;
    });
    if (words === null || wish !== wishes) return false;
    setWords(words);
    const locale = localeOf(language, wanted);
    setLocale(locale);
    root.lang = language;
    root.dir = direction;
    store.setState({ language, chosen, locale });
    return true;
  };

  return {
    store,
    async begin() {
      await speak(readLanguageTag(kept.read())).catch(() => speak(null, 'en'));
    },
    async choose(chosen) {
      if (await speak(chosen)) kept.write(chosen ?? '');
    },
  };
}
