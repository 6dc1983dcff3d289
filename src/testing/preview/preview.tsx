import { StrictMode, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import type { CallLink } from '#core/call/call-link.ts';
import { App } from '#ui/App.tsx';
import { CrashPage } from '#ui/CrashPage.tsx';
import { StartErrorPage } from '#ui/StartErrorPage.tsx';
import { hrefOf } from '#ui/shared/addresses.ts';
import { createPlainPage } from '../plain-page.ts';
import { buildScene, previewConfig } from './scenes.ts';

/**
 * The page on a fake phone. `?scene=` says what is going on, `?theme=` overrides light or dark, `?language=` English. For the
 * console: `show('in-call')` goes to another scene in place; `phone.book.add(…)`, `phone.sound.setState('blocked')` and so on.
 */
const query = new URLSearchParams(location.search);
const theme = query.get('theme');
const settings = createPlainPage([query.get('language') ?? 'en']);
await settings.language.begin();
if (theme === 'light' || theme === 'dark') settings.appearance.choose({ theme });

/** On which page a scene is, by how its name begins. */
const addresses: readonly (readonly [beginning: string, address: string])[] = [
  ['recordings', hrefOf('recordings')],
  ['strip', hrefOf('recordings')],
  ['history', hrefOf('history')],
  ['contacts', hrefOf('contacts', query.get('part') ?? '')],
  ['settings', hrefOf('settings')],
  ['check', hrefOf('settings', 'check')],
  ['data', hrefOf('settings', 'data')],
  ['sound', hrefOf('settings', 'sound')],
];
const addressOf = (scene: string): string =>
  addresses.find(([beginning]) => scene.startsWith(beginning))?.[1] ?? hrefOf('phone');

const links: Readonly<Record<string, CallLink>> = {
  'link-asks': { kind: 'asks', target: 'tel:+15550100' },
  'link-refused': { kind: 'refused' },
};

function page(scene: string): ReactNode {
  if (scene === 'config-error') {
    return <StartErrorPage error={{ code: 'config/invalid', details: 'recording.policy: "allways"' }} />;
  }
  if (scene === 'crash') return <CrashPage phone={buildScene('in-call')} diagnose={settings.diagnose} />;
  const phone = buildScene(scene);
  Object.assign(globalThis, { phone });
  return (
    <App
      softphone={phone}
      config={previewConfig}
      page={settings}
      unknownAccount={scene === 'sign-in-unknown' ? 'mallory' : null}
      link={links[scene] ?? null}
    />
  );
}

let root: ReturnType<typeof createRoot> | null = null;
function show(scene: string): void {
  const place = document.getElementById('root');
  if (place === null) return;
  root?.unmount();
  history.replaceState(null, '', addressOf(scene));
  root = createRoot(place);
  root.render(<StrictMode>{page(scene)}</StrictMode>);
}
Object.assign(globalThis, { show });
show(query.get('scene') ?? 'idle');
