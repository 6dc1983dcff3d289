import type { Accounts } from '../registration/accounts.ts';
import type { ReadonlyStore } from '../shared/store.ts';
import type { AccountsState } from '../registration/account-state.ts';
import type { Clock } from '../shared/clock.ts';

/** What a watch over all accounts needs. */
export interface WatchDeps {
  readonly accounts: ReadonlyStore<AccountsState>;
  readonly subscribe: Accounts['subscribe'];
  readonly clock: Clock;
}
