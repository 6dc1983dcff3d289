import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { readCallLink } from '#core/call/call-link.ts';
import { App } from '#ui/App.tsx';
import { ConfigErrorPage } from '#ui/ConfigErrorPage.tsx';
import { CrashPage } from '#ui/CrashPage.tsx';
import { createPlainPage } from '../plain-page.ts';
import { buildScene, previewConfig } from './scenes.ts';

/** The page on a fake phone. `?scene=` says what is going on, `?theme=` overrides light or dark, `?language=` English. */
const query = new URLSearchParams(location.search);
const scene = query.get('scene') ?? 'idle';
const theme = query.get('theme');
if (scene.startsWith('recordings') || scene === 'strip') location.hash = '#/recordings';
if (scene.startsWith('history')) location.hash = '#/history';
if (scene.startsWith('contacts')) location.hash = `#/contacts/${query.get('part') ?? ''}`;
if (scene.startsWith('settings')) location.hash = '#/settings';
if (scene.startsWith('check')) location.hash = '#/settings/check';
if (scene.startsWith('data')) location.hash = '#/settings/data';
if (scene.startsWith('sound')) location.hash = '#/settings/sound';

const settings = createPlainPage([query.get('language') ?? 'en']);
await settings.language.begin();
if (theme === 'light' || theme === 'dark') settings.appearance.choose({ theme });

function page() {
  if (scene === 'config-error') {
    return <ConfigErrorPage error={{ code: 'config/invalid', details: 'recording.policy: "allways"' }} />;
  }
  if (scene === 'crash') return <CrashPage diagnose={settings.diagnose} />;
  const phone = buildScene(scene);
  // For the console: phone.book.add(…), phone.sound.setState('blocked') and so on.
  Object.assign(globalThis, { phone });
  return (
    <App
      softphone={phone}
      config={previewConfig}
      page={settings}
      unknownAccount={query.get('account')}
      link={readCallLink(location.search)}
    />
  );
}

const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<StrictMode>{page()}</StrictMode>);
