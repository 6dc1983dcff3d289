import type { KeptText } from '#core/shared/kept-text.ts';
import { createStore, type ReadonlyStore } from '#core/shared/store.ts';

/** Whether shortcuts work: a person whose other tools use the same keys can do without. */
export interface ShortcutSwitch {
  readonly store: ReadonlyStore<boolean>;
  /** Switches and remembers it. */
  readonly set: (on: boolean) => void;
}

/** On, unless it was switched off on this device. */
export function createShortcutSwitch(kept: KeptText): ShortcutSwitch {
  const store = createStore(kept.read() !== 'off');
  return {
    store,
    set(on) {
      store.setState(on);
      kept.write(on ? 'on' : 'off');
    },
  };
}
