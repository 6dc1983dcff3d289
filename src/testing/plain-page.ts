import { nobody } from '#core/registration/account-state.ts';
import { createSignInMemory } from '#core/registration/sign-in-memory.ts';
import { silentLogger } from '#core/shared/logger.ts';
import { createStore } from '#core/shared/store.ts';
import { createAppearance } from '#ui/appearance/appearance.ts';
import { createLanguage } from '#ui/languages/language.ts';
import type { PageSettings } from '#ui/shared/page-context.ts';
import { createShortcutSwitch } from '#ui/shortcuts/kept-switch.ts';
import { createFakeKeptText } from './fake-audio-devices.ts';
import { createFakeDeviceStorage } from './fake-device-storage.ts';
import { createFakeDesk } from './fake-desk.ts';

/** The settings of a page that remembers nothing. */
export const createPlainPage = (
  wanted: readonly string[] = ['en'],
  desk: PageSettings['desk'] = createFakeDesk(),
): PageSettings => ({
  diagnose: () => Promise.resolve('[phone]\nversion: 1.2.3\n'),
  desk,
  storage: createFakeDeviceStorage(),
  openSmallWindow: () => true,
  asksElsewhere: createStore(false),
  newerPage: createStore(false),
  signIns: createSignInMemory({
    accounts: createStore(nobody),
    vault: null,
    kept: createFakeKeptText(),
    logger: silentLogger,
  }),
  shortcuts: createShortcutSwitch(createFakeKeptText()),
  language: createLanguage({ kept: createFakeKeptText(), wanted, root: document.documentElement }),
  appearance: createAppearance({
    kept: createFakeKeptText(),
    root: document.documentElement,
    matchMedia: (query) => matchMedia(query),
  }),
});
