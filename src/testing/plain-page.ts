import { createAppearance } from '#ui/appearance/appearance.ts';
import { createLanguage } from '#ui/languages/language.ts';
import type { PageSettings } from '#ui/shared/page-context.ts';
import { createShortcutSwitch } from '#ui/shortcuts/kept-switch.ts';
import { createFakeKeptText } from './fake-audio-devices.ts';
import { createFakeDesk } from './fake-desk.ts';

/** The settings of a page that remembers nothing. */
export const createPlainPage = (
  wanted: readonly string[] = ['en'],
  desk: PageSettings['desk'] = createFakeDesk(),
): PageSettings => ({
  desk,
  shortcuts: createShortcutSwitch(createFakeKeptText()),
  language: createLanguage({ kept: createFakeKeptText(), wanted, root: document.documentElement }),
  appearance: createAppearance({
    kept: createFakeKeptText(),
    root: document.documentElement,
    matchMedia: (query) => matchMedia(query),
  }),
});
