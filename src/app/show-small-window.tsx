import { StrictMode } from 'react';
import type { Root } from 'react-dom/client';
import { createKeptText } from '#platform/browser/kept-text.ts';
import { watchMicrophonePrompt } from '#platform/media-devices/microphone-permission.ts';
import { App } from '#ui/App.tsx';
import { createAppearance } from '#ui/appearance/appearance.ts';
import type { Language } from '#ui/languages/language.ts';
import { MessagePage } from '#ui/shared/MessagePage.tsx';
import { words } from '#ui/words.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { ownFile, type SharedPhone } from './small-window.ts';

/** Shows the phone of the page that opened this window. It looks and speaks as that page does, also when that changes. */
export function showSmallWindow(root: Root, shared: SharedPhone, own: Language): void {
  if (shared.file !== ownFile) {
    root.render(
      <MessagePage title={words.smallWindow.otherVersion}>
        <p role="alert">{words.smallWindow.otherVersionHint}</p>
      </MessagePage>,
    );
    return;
  }
  const { softphone, config, hooksError, page } = shared;
  const look = createAppearance({
    kept: createKeptText('sidetone.look'),
    root: document.documentElement,
    matchMedia: (query) => matchMedia(query),
  });
  const stops = [
    page.appearance.store.subscribe(look.choose),
    page.language.store.subscribe(({ chosen }) => void own.choose(chosen).catch(() => undefined)),
  ];
  const settings = {
    ...page,
    language: { ...own, choose: page.language.choose },
    appearance: { ...look, choose: page.appearance.choose },
    openSmallWindow: null,
    asksElsewhere: watchMicrophonePrompt(navigator.permissions),
  };
  root.render(
    <StrictMode>
      <ErrorBoundary phone={softphone} diagnose={page.diagnose}>
        <App softphone={softphone} config={config} page={settings} hooksError={hooksError} />
      </ErrorBoundary>
    </StrictMode>,
  );
  // The phone lives on, and must not go on telling a window that is gone.
  addEventListener('pagehide', () => {
    for (const stop of stops) stop();
    root.unmount();
  });
}
