import type { AccountId } from '../shared/ids.ts';
import type { KeptText } from '../shared/kept-text.ts';
import { createStore, type ReadonlyStore } from '../shared/store.ts';

/** What the person dialled last, kept on this device. */
export interface LastDialled {
  /** As typed; empty when there is none. */
  readonly store: ReadonlyStore<string>;
  readonly remember: (typed: string, accountId: AccountId) => void;
  /** An account has signed in: what was dialled by it is known again. What somebody else dialled is none of their business. */
  readonly arrive: (accountId: AccountId) => void;
  /** An account has signed out, or all. */
  readonly leave: (accountId?: AccountId) => void;
}

/** Makes it, for nobody yet. */
export function createLastDialled(kept: KeptText): LastDialled {
  const store = createStore('');
  const read = (): readonly [whose: string, typed: string] => {
    const [whose = '', typed = ''] = (kept.read() ?? '').split('\n');
    return [whose, typed];
  };
  return {
    store,
    remember(typed, accountId) {
      store.setState(typed.trim());
      kept.write(`${accountId}\n${typed.trim()}`);
    },
    arrive(accountId) {
      const [whose, typed] = read();
      if (whose === accountId) store.setState(typed);
    },
    leave(accountId) {
      const [whose] = read();
      if (accountId === undefined || whose === accountId) store.setState('');
    },
  };
}
