import type { AccountSettings } from '../config/phone-config.ts';
import type { AccountId } from '../shared/ids.ts';
import type { KeptText } from '../shared/kept-text.ts';
import type { Logger } from '../shared/logger.ts';
import { createStore, type ReadonlyStore } from '../shared/store.ts';
import { accountIdOf, type AccountsState } from './account-state.ts';

/** Keeps accounts with their passwords on this device, where only this browser can read them. */
export interface AccountVault {
  /** Empty when nothing is kept, and when it cannot be read any more. Never rejects. */
  readonly read: () => Promise<readonly AccountSettings[]>;
  /** Keeps these in the place of what was there. Rejects when the browser keeps nothing. */
  readonly write: (accounts: readonly AccountSettings[]) => Promise<void>;
}

/** What the sign-in form starts with: everything of the last sign-in but the password. */
export interface LastSignIn {
  readonly address: string;
  readonly displayName: string;
  readonly server: string;
}

/** What this device remembers of sign-ins. */
export interface SignInMemory {
  /** Null before the first one. */
  readonly last: () => LastSignIn | null;
  /** Whether accounts can stay signed in here at all. */
  readonly canStay: boolean;
  /** The accounts that do. */
  readonly staying: ReadonlyStore<ReadonlySet<AccountId>>;
  /** The person signs in. One that shall stay is kept as soon as its server has accepted it, one that shall not is forgotten. */
  readonly note: (settings: AccountSettings, shallStay: boolean) => void;
  /** The accounts that stay, to be signed in when the page begins. Never rejects. */
  readonly recall: () => Promise<readonly AccountSettings[]>;
  /** From now on an account that leaves is not forgotten: it leaves because the page does. */
  readonly close: () => void;
}

function parseLast(text: string): LastSignIn | null {
  try {
    const { address, displayName, server } = JSON.parse(text) as Partial<Record<keyof LastSignIn, unknown>>;
    return typeof address === 'string' && typeof displayName === 'string' && typeof server === 'string'
      ? { address, displayName, server }
      : null;
  } catch {
    return null;
  }
}

const toLast = ({ address, displayName, servers: [server = ''] }: AccountSettings): LastSignIn => ({
  address,
  displayName: displayName ?? '',
  server,
});

/** Makes it. `vault` is null where passwords cannot be kept safely, such as on a page without TLS. */
export function createSignInMemory(deps: {
  readonly accounts: ReadonlyStore<AccountsState>;
  readonly vault: AccountVault | null;
  readonly kept: KeptText;
  readonly logger: Logger;
}): SignInMemory {
  const { accounts, vault, kept, logger } = deps;
  /** Those that are in the vault. */
  let stored: ReadonlyMap<AccountId, AccountSettings> = new Map();
  const wanted = new Map<AccountId, AccountSettings>();
  const staying = createStore<ReadonlySet<AccountId>>(new Set());
  let writing = Promise.resolve();

  const store = (next: ReadonlyMap<AccountId, AccountSettings>): void => {
    stored = next;
    staying.setState(new Set(next.keys()));
    writing = writing
      .then(() => vault?.write([...next.values()]))
      .catch((error: unknown) => logger.warn('a sign-in could not be kept', { error: String(error) }));
  };

  const follow = ({ accounts: present }: AccountsState, { accounts: before }: AccountsState): void => {
    const next = new Map(stored);
    for (const [accountId, settings] of wanted) {
      if (present.get(accountId)?.registration.status !== 'registered') continue;
      wanted.delete(accountId);
      next.set(accountId, settings);
    }
    for (const accountId of before.keys()) {
      if (!present.has(accountId)) next.delete(accountId);
    }
    if (next.size !== stored.size || [...next].some(([id, settings]) => stored.get(id) !== settings))
      store(next);
  };
  const close = accounts.subscribe(follow);

  return {
    last: () => parseLast(kept.read() ?? ''),
    canStay: vault !== null,
    staying,
    note(settings, shallStay) {
      kept.write(JSON.stringify(toLast(settings)));
      const accountId = accountIdOf(settings);
      if (shallStay && vault !== null) wanted.set(accountId, settings);
      else wanted.delete(accountId);
      if (!shallStay && stored.has(accountId)) {
        store(new Map([...stored].filter(([id]) => id !== accountId)));
      }
    },
    async recall() {
      const recalled = (await vault?.read()) ?? [];
      stored = new Map(recalled.map((settings) => [accountIdOf(settings), settings]));
      staying.setState(new Set(stored.keys()));
      return recalled;
    },
    close,
  };
}
