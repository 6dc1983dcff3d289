import type { DeskPort } from '#core/desk/desk-port.ts';
import { afterPaint } from '../browser/after-paint.ts';
import { createCloseGuard } from './close-guard.ts';
import { createMediaButtons, type BrowserMediaSession } from './media-buttons.ts';
import { createNotifications } from './notifications.ts';
import { createPageFace } from './page-face.ts';
import { createWakeLock } from './wake-lock.ts';

/** The machine around this page and what belongs to it: `hasFocus` says whether the person looks at that. Once per page. */
export function createBrowserDesk(hasFocus: () => boolean): DeskPort {
  const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
  // TypeScript does not know the actions of a call yet.
  const session = navigator.mediaSession as BrowserMediaSession | undefined;
  const notifications = createNotifications(globalThis.Notification, icon?.href ?? '', () => window.focus());
  return {
    onceDrawn: (run) => afterPaint(run),
    show: createPageFace(document, icon),
    keepAwake: createWakeLock(navigator.wakeLock, document),
    guardClosing: createCloseGuard(window),
    hasFocus,
    notifications: notifications.permission,
    askForNotifications: notifications.ask,
    notify: notifications.notify,
    ...createMediaButtons(session),
  };
}
