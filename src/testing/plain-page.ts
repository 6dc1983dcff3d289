import { createAppearance } from '#ui/appearance/appearance.ts';
import { createLanguage } from '#ui/languages/language.ts';
import type { PageSettings } from '#ui/shared/page-context.ts';
import { createFakeKeptText } from './fake-audio-devices.ts';
import { createFakeDesk } from './fake-desk.ts';

/** The settings of a page that remembers nothing. */
export const createPlainPage = (
  wanted: readonly string[] = ['en'],
  desk: PageSettings['desk'] = createFakeDesk(),
): PageSettings => ({
  desk,
  language: createLanguage({ kept: createFakeKeptText(), wanted, root: document.documentElement }),
  appearance: createAppearance({
    kept: createFakeKeptText(),
    root: document.documentElement,
    matchMedia: (query) => matchMedia(query),
  }),
});
