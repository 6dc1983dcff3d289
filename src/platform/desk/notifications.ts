import type { DeskNotification, NotificationPermission } from '#core/desk/desk-port.ts';
import { createStore, type ReadonlyStore } from '#core/shared/store.ts';

/** The part of the browser's `Notification` that is used. */
export interface BrowserNotifications {
  new (title: string, options: NotificationOptions): Pick<Notification, 'close' | 'onclick'>;
  readonly permission: globalThis.NotificationPermission;
  readonly requestPermission: () => Promise<globalThis.NotificationPermission>;
}

const translate = (permission: globalThis.NotificationPermission): NotificationPermission =>
  permission === 'default' ? 'ask' : permission;

/** Messages of the system. `bringToFront` is called when one is pressed. */
export function createNotifications(
  browser: BrowserNotifications | undefined,
  icon: string,
  bringToFront: () => void,
): {
  readonly permission: ReadonlyStore<NotificationPermission>;
  readonly ask: () => Promise<void>;
  readonly notify: (notification: DeskNotification) => () => void;
} {
  const permission = createStore<NotificationPermission>(
    browser === undefined ? 'unsupported' : translate(browser.permission),
  );
  return {
    permission,
    async ask() {
      if (browser === undefined) return;
      permission.setState(translate(await browser.requestPermission()));
    },
    notify({ title, body, onPress }) {
      if (browser === undefined || browser.permission !== 'granted') return () => undefined;
      try {
        const message = new browser(title, { body, icon, requireInteraction: true, silent: true });
        message.onclick = () => {
          bringToFront();
          onPress();
          message.close();
        };
        return () => message.close();
      } catch {
        // Chrome on Android lets only a service worker show messages, and says so by throwing.
        permission.setState('unsupported');
        return () => undefined;
      }
    },
  };
}
