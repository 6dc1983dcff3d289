import { createContext, useContext } from 'react';
import type { DeviceStoragePort } from '#core/device-data/device-storage-port.ts';
import type { SignInMemory } from '#core/registration/sign-in-memory.ts';
import type { ReadonlyStore } from '#core/shared/store.ts';
import type { DeskPort } from '#core/desk/desk-port.ts';
import type { Appearance } from '../appearance/appearance.ts';
import type { Language } from '../languages/language.ts';
import type { ShortcutSwitch } from '../shortcuts/kept-switch.ts';

/** What can be set of the page itself. It is built outside React and never changes. */
export interface PageSettings {
  readonly language: Language;
  readonly appearance: Appearance;
  readonly shortcuts: ShortcutSwitch;
  readonly signIns: Pick<
    SignInMemory,
    'last' | 'error' | 'canStay' | 'stays' | 'note' | 'countStaying' | 'forgetAll'
  >;
  /** What this browser keeps. */
  readonly storage: DeviceStoragePort;
  /** What whoever helps has to know, as text. Never rejects. */
  readonly diagnose: () => Promise<string>;
  /** Whether the server has another page than the one that is open. */
  readonly newerPage: ReadonlyStore<boolean>;
  /** Opens this phone in a small window; false when the browser does not. Null in that window. From a press only. */
  readonly openSmallWindow: (() => boolean) | null;
  /** Whether the browser has yet to ask for the microphone, and in another window than this: only ever in a small one. */
  readonly asksElsewhere: ReadonlyStore<boolean>;
  readonly desk: Pick<DeskPort, 'notifications' | 'askForNotifications'>;
}

const PageContext = createContext<PageSettings | null>(null);

/** Hands the page's own settings down. */
export const PageProvider = PageContext.Provider;

/** The page's own settings. Throws outside `PageProvider`. */
export function usePage(): PageSettings {
  const page = useContext(PageContext);
  if (page === null) throw new Error('usePage needs a PageProvider above it.');
  return page;
}
