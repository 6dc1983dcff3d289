import { startTransition, StrictMode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { readCallLink, withoutCallLink } from '#core/call/call-link.ts';
import { followDesk } from '#core/desk/follow-desk.ts';
import { createDiagnose } from '#core/diagnostics/diagnose.ts';
import { watchForNewerPage } from '#core/desk/newer-page.ts';
import { createStore } from '#core/shared/store.ts';
import { toPhoneErrorDetail } from '#core/errors/phone-error.ts';
import { accountIdOf } from '#core/registration/account-state.ts';
import { createSignInMemory } from '#core/registration/sign-in-memory.ts';
import { browserClock } from '#platform/browser/browser-clock.ts';
import { consoleLogger, loggedLines } from '#platform/browser/console-logger.ts';
import { describeBrowser, formatIsoTime } from '#platform/browser/describe-browser.ts';
import { createDeviceStorage } from '#platform/browser/device-storage.ts';
import { keepPage, ownPage, readServedPage } from '#platform/browser/page-version.ts';
import { createKeptText } from '#platform/browser/kept-text.ts';
import { whenIdle } from '#platform/browser/when-idle.ts';
import { createBrowserDesk } from '#platform/desk/browser-desk.ts';
import { removeScratchLeftovers } from '#platform/sound-files/scratch-file.ts';
import { App } from '#ui/App.tsx';
import { createAppearance } from '#ui/appearance/appearance.ts';
import { createLanguage, type Language } from '#ui/languages/language.ts';
import type { LanguageTag } from '#ui/languages/known-languages.ts';
import { createShortcutSwitch } from '#ui/shortcuts/kept-switch.ts';
import type { PageSettings } from '#ui/shared/page-context.ts';
import { goTo } from '#ui/shared/addresses.ts';
import { StartErrorPage } from '#ui/StartErrorPage.tsx';
import { words } from '#ui/words.ts';
import { createBrowserSoftphone, loadStack } from './create-browser-softphone.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { showSmallWindow } from './show-small-window.tsx';
import { createSmallWindow, joinOpener } from './small-window.ts';
import { initialAccounts } from './initial-account.ts';
import { createLateVault } from './late-vault.ts';
import { loadConfig } from './load-config.ts';

/** A reload must not ask again. */
const forgetLink = (): void =>
  history.replaceState(
    history.state,
    '',
    `${location.pathname}${withoutCallLink(location.search)}${location.hash}`,
  );

/** The names under which the installed phone is found, in the language of the page. */
function showManifest(language: LanguageTag): void {
  const file = language === 'en' ? 'manifest.webmanifest' : `manifest.${language}.webmanifest`;
  document.querySelector('link[rel="manifest"]')?.setAttribute('href', `/${file}`);
}

/** Shows the phone. What keeps it from being started, settings that cannot be used above all, is said on the page. */
export async function startApp(container: HTMLElement): Promise<void> {
  const root = createRoot(container);
  const language = createLanguage({
    kept: createKeptText('sidetone.language'),
    wanted: navigator.languages,
    root: document.documentElement,
  });
  const languageReady = language.begin();
  try {
    await openPhone(root, language, languageReady);
  } catch (error) {
    consoleLogger.error('the phone could not be started', { error });
    await languageReady;
    root.render(<StartErrorPage error={toPhoneErrorDetail(error)} />);
  }
}

/** Reads the deployment's settings, builds the phone and draws it, once `languageReady`. Rejects with `config/*`. */
async function openPhone(root: Root, language: Language, languageReady: Promise<void>): Promise<void> {
  const fetchStack = () => void loadStack().catch(() => undefined);
  // The address says who signs in: the stack comes beside the settings. Otherwise it waits for a form that is in use.
  if (new URLSearchParams(location.search).has('account')) fetchStack();
  else addEventListener('focusin', fetchStack, { once: true });
  const shared = joinOpener();
  if (shared !== null) {
    await languageReady;
    showSmallWindow(root, shared, language);
    return;
  }
  const appearance = createAppearance({
    kept: createKeptText('sidetone.look'),
    root: document.documentElement,
    matchMedia: (query) => matchMedia(query),
  });
  const config = await loadConfig(document.baseURI, location.origin);
  const { softphone, hooksError } = await createBrowserSoftphone(config);
  const signIns = createSignInMemory({
    accounts: softphone.accounts,
    vault: createLateVault(),
    kept: createKeptText('sidetone.sign-in'),
    logger: consoleLogger,
  });
  // A tab that leaves without a word keeps a dead binding at the registrar, which then rings nobody for minutes.
  addEventListener('pagehide', () => {
    signIns.close();
    void softphone.signOut();
  });
  // Browsers let a page make sound from the first touch on. At its end, so that nothing changes under a hand that presses.
  addEventListener('click', () => void softphone.enableSound(), { once: true });
  addEventListener('keyup', () => void softphone.enableSound(), { once: true });

  const { accounts, unknownAccount } = initialAccounts(config, location.search);
  for (const account of accounts) softphone.signIn(account);
  // Who has never used the form has nothing to wait for.
  const recalled = signIns.last() === null ? [] : await signIns.recall();
  for (const account of recalled) {
    if (!softphone.accounts.getState().accounts.has(accountIdOf(account))) softphone.signIn(account);
  }

  await languageReady;
  const shortcuts = createShortcutSwitch(createKeptText('sidetone.shortcuts'));
  const smallWindow = createSmallWindow();
  const desk = createBrowserDesk(smallWindow.hasFocus);
  const sayAnew = followDesk({
    phone: softphone,
    desk,
    words: () => words.desk,
    onShowCalls: () => goTo('phone'),
  });
  language.store.subscribe(sayAnew);
  language.store.subscribe(({ language: tag }) => showManifest(tag));
  showManifest(language.store.getState().language);
  const storage = createDeviceStorage();
  const diagnose = createDiagnose({
    phone: softphone,
    config,
    describePlatform: async () => ({
      version: import.meta.env.SIDETONE_VERSION,
      file: new URL(import.meta.url).pathname,
      ...(await describeBrowser()),
    }),
    storage,
    lines: loggedLines,
    clock: browserClock,
    formatTime: formatIsoTime,
  });
  const newerPage = watchForNewerPage({ own: ownPage(), read: readServedPage, clock: browserClock });
  const page: PageSettings = {
    language,
    appearance,
    shortcuts,
    desk,
    signIns,
    newerPage,
    storage,
    diagnose,
    openSmallWindow: smallWindow.open,
    asksElsewhere: createStore(false),
  };
  smallWindow.share({ softphone, config, hooksError, page });
  // Drawn in slices: the first drawing takes longer than the server to answer, and REGISTER would wait for it.
  startTransition(() =>
    root.render(
      <StrictMode>
        <ErrorBoundary phone={softphone} diagnose={diagnose}>
          <App
            softphone={softphone}
            config={config}
            page={page}
            unknownAccount={unknownAccount}
            hooksError={hooksError}
            link={readCallLink(location.search)}
            onLinkDone={forgetLink}
          />
        </ErrorBoundary>
      </StrictMode>,
    ),
  );

  // Whose names are shown with a call, and how many were missed. What fails is tried again on the pages that need it.
  whenIdle(() => softphone.people.open().catch(() => undefined));
  whenIdle(removeScratchLeftovers);
  // A development server has no service worker.
  if (import.meta.env.PROD) whenIdle(() => keepPage(consoleLogger));
}
