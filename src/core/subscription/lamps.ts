import type { ReadonlyStore } from '../shared/store.ts';
import type { AccountId } from '../shared/ids.ts';
import type { EventPackage } from '../signalling/subscription.ts';
import { watchBusyLamps, type BusyLamps, type BusyLampWatch } from './busy-lamps.ts';
import type { WatchDeps } from './watch-deps.ts';
import { watchWaitingMessages, type WaitingMessages } from './waiting-messages.ts';

/** What the servers tell of messages and of others. */
export interface Lamps {
  readonly waitingMessages: ReadonlyStore<WaitingMessages>;
  readonly busyLamps: ReadonlyStore<BusyLamps>;
  /** Who is shown in `busyLamps` from now on. */
  readonly watchLines: BusyLampWatch['watch'];
  /** Takes in what nobody subscribed to. */
  readonly hear: (accountId: AccountId, event: EventPackage, body: string) => void;
}

/** Makes them for all accounts. */
export function createLamps(deps: WatchDeps): Lamps {
  const messages = watchWaitingMessages(deps);
  const lines = watchBusyLamps(deps);
  return {
    waitingMessages: messages.store,
    busyLamps: lines.store,
    watchLines: lines.watch,
    hear(accountId, event, body) {
      if (event === 'message-summary') messages.hear(accountId, body);
    },
  };
}
