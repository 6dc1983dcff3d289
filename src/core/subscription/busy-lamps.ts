import { accountForTarget } from '../registration/account-state.ts';
import type { AccountId } from '../shared/ids.ts';
import { createStore, type ReadonlyStore } from '../shared/store.ts';
import { domainOf, findTarget } from '../signalling/sip-target.ts';
import { keepSubscribed, type KeptSubscription } from './keep-subscribed.ts';
import { createLineReader, type LineState } from './line-state.ts';
import type { WatchDeps } from './watch-deps.ts';

/** The lamps by address, as it was given to be watched; of what the server does not tell there is no entry. */
export type BusyLamps = ReadonlyMap<string, LineState>;

/** Who of those that the person wants to see is in a call (RFC 4235). */
export interface BusyLampWatch {
  readonly store: ReadonlyStore<BusyLamps>;
  /** From now on these are watched, and no others: what `resolveTarget` takes. What cannot be called has no lamp. */
  readonly watch: (addresses: readonly string[]) => void;
}

/** A server has better things to do than to tell a phone of everybody. */
const maxLines = 100;

interface Line {
  readonly kept: KeptSubscription;
  state: LineState | null;
}

/** Watches each address once, by the account that a call to it would go out by, for as long as that is registered. */
export function watchBusyLamps({ accounts, subscribe, clock }: WatchDeps): BusyLampWatch {
  const store = createStore<BusyLamps>(new Map());
  /** By account and URI: two spellings of one address are one line. */
  const lines = new Map<string, Line>();
  /** The line of each address. */
  let keys: ReadonlyMap<string, string> = new Map();
  let wanted: readonly string[] = [];

  const show = (): void => {
    const lamps = new Map<string, LineState>();
    for (const [address, key] of keys) {
      const state = lines.get(key)?.state ?? null;
      if (state !== null) lamps.set(address, state);
    }
    const before = store.getState();
    const isSame =
      lamps.size === before.size && [...lamps].every(([key, state]) => before.get(key) === state);
    if (!isSame) store.setState(lamps);
  };

  const open = (accountId: AccountId, targetUri: string): Line => {
    let reader = createLineReader();
    const change = (state: LineState | null): void => {
      line.state = state;
      show();
    };
    const line: Line = {
      state: null,
      kept: keepSubscribed({
        clock,
        subscribe: (listener) => subscribe(accountId, { event: 'dialog', targetUri }, listener),
        onBody: (body) => change(reader.hear(body) ?? line.state),
        onUnknown() {
          reader = createLineReader();
          change(null);
        },
      }),
    };
    line.kept.renew();
    return line;
  };

  const follow = (): void => {
    const next = new Map<string, string>();
    const targets = new Map<string, readonly [AccountId, string]>();
    for (const address of wanted) {
      const account = accountForTarget(accounts.getState(), address);
      if (account?.registration.status !== 'registered') continue;
      const targetUri = findTarget(address, domainOf(account.accountId));
      if (targetUri === null) continue;
      const key = `${account.accountId} ${targetUri}`;
      if (!targets.has(key) && targets.size === maxLines) continue;
      targets.set(key, [account.accountId, targetUri]);
      next.set(address, key);
    }
    for (const [key, { kept }] of lines) {
      if (targets.has(key)) continue;
      lines.delete(key);
      kept.rest();
    }
    keys = next;
    for (const [key, target] of targets) if (!lines.has(key)) lines.set(key, open(...target));
    show();
  };

  accounts.subscribe(follow);

  return {
    store,
    watch(addresses) {
      wanted = addresses;
      follow();
    },
  };
}
