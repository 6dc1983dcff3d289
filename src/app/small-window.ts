import type { PhoneConfig } from '#core/config/phone-config.ts';
import type { PhoneErrorDetail } from '#core/errors/phone-error.ts';
import type { Softphone } from '#core/softphone-types.ts';
import type { PageSettings } from '#ui/shared/page-context.ts';

/** What a page shows to a small window that it opened: not a copy, but the phone itself, so that it stays one. */
export interface SharedPhone {
  /** The code that built it. Another version would not know how to use it. */
  readonly file: string;
  readonly softphone: Softphone;
  readonly config: PhoneConfig;
  readonly hooksError: PhoneErrorDetail | null;
  readonly page: PageSettings;
}

const name = 'small-window';
const joinEvent = 'sidetone.join';
const features = 'popup,width=360,height=640';

function isLookedAt(opened: Window): boolean {
  try {
    return opened.document.hasFocus();
  } catch {
    // It shows a page of somebody else by now.
    return false;
  }
}

/** The code that runs here: its name has a hash of it. */
export const ownFile = new URL(import.meta.url).pathname;

/** Opens small windows, which show this page's phone, and closes them with this page. */
export function createSmallWindow(): {
  readonly open: () => boolean;
  /** Whether the person looks at the phone, here or there. */
  readonly hasFocus: () => boolean;
  readonly share: (shared: Omit<SharedPhone, 'file'>) => void;
} {
  let opened: Window | null = null;
  addEventListener('pagehide', () => opened?.close());
  return {
    open() {
      if (opened === null || opened.closed) opened = window.open(`?${name}${location.hash}`, '', features);
      opened?.focus();
      return opened !== null;
    },
    hasFocus: () => document.hasFocus() || (opened !== null && !opened.closed && isLookedAt(opened)),
    share(shared) {
      addEventListener(joinEvent, (event) => {
        // Made in the other window, where the class is another: it is known by what it carries.
        const { detail: take } = event as CustomEvent<unknown>;
        if (typeof take === 'function') take({ file: ownFile, ...shared });
      });
    },
  };
}

/** What the page that opened this small window shares: null in any other window, and where that page is gone or is of another version. */
export function joinOpener(): SharedPhone | null {
  if (!new URLSearchParams(location.search).has(name)) return null;
  const opener = window.opener as Window | null;
  const taken: SharedPhone[] = [];
  const take = (shared: SharedPhone) => void taken.push(shared);
  try {
    opener?.dispatchEvent(new CustomEvent(joinEvent, { detail: take }));
  } catch {
    // It is a page of somebody else by now.
  }
  return taken[0] ?? null;
}
