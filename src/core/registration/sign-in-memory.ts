import type { AccountSettings } from '../config/phone-config.ts';
import type { PhoneErrorDetail } from '../errors/phone-error.ts';
import type { AccountId } from '../shared/ids.ts';
import type { KeptText } from '../shared/kept-text.ts';
import type { Logger } from '../shared/logger.ts';
import { createStore, type ReadonlyStore } from '../shared/store.ts';
import { accountIdOf, type AccountsState } from './account-state.ts';

/** Keeps accounts with their passwords on this device, where only this browser can read them. All its pages share it. */
export interface AccountVault {
  /** Empty when nothing is kept; what cannot be read any more is left out. Never rejects. */
  readonly read: () => Promise<readonly AccountSettings[]>;
  /** Adds an account, or keeps it anew. Rejects when the browser keeps nothing. */
  readonly keep: (accountId: AccountId, settings: AccountSettings) => Promise<void>;
  /** Idempotent. Rejects when the browser keeps nothing. */
  readonly forget: (accountId: AccountId) => Promise<void>;
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
  /** Why the last account that should stay, or leave, did not; null when it did. */
  readonly error: ReadonlyStore<PhoneErrorDetail | null>;
  /** Whether accounts can stay signed in here at all. */
  readonly canStay: boolean;
  /** Whether this one does. */
  readonly stays: (accountId: AccountId) => boolean;
  /** The person signs in. One that shall stay is kept as soon as its server has accepted it, one that shall not is forgotten. */
  readonly note: (settings: AccountSettings, shallStay: boolean) => void;
  /** The accounts that stay, to be signed in when the page begins. Never rejects. */
  readonly recall: () => Promise<readonly AccountSettings[]>;
  /** How many accounts stay, whichever page has kept them. Never rejects. */
  readonly countStaying: () => Promise<number>;
  /** Forgets all of that, and what the form starts with. Who is signed in is so until the page is closed. Never rejects. */
  readonly forgetAll: () => Promise<void>;
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
  const staying = new Set<AccountId>();
  /** Those that wait for their server's word. */
  const wanted = new Map<AccountId, AccountSettings>();
  const failure = createStore<PhoneErrorDetail | null>(null);
  let inTurn = Promise.resolve();

  const change = (
    code: 'account/not-kept' | 'account/not-forgotten',
    run: (vault: AccountVault) => Promise<void>,
  ): void => {
    if (vault === null) return;
    inTurn = inTurn
      .then(() => run(vault))
      .then(
        () => failure.setState(null),
        (error: unknown) => {
          logger.warn('the kept sign-ins could not be changed', { error: String(error) });
          failure.setState({ code, details: String(error) });
        },
      );
  };
  const keep = (accountId: AccountId, settings: AccountSettings): void => {
    wanted.delete(accountId);
    staying.add(accountId);
    change('account/not-kept', (safe) => safe.keep(accountId, settings));
  };
  const forget = (accountId: AccountId): void => {
    wanted.delete(accountId);
    if (staying.delete(accountId)) change('account/not-forgotten', (safe) => safe.forget(accountId));
  };

  const close = accounts.subscribe(({ accounts: present }, { accounts: before }) => {
    for (const [accountId, settings] of wanted) {
      if (present.get(accountId)?.registration.status === 'registered') keep(accountId, settings);
    }
    for (const accountId of before.keys()) if (!present.has(accountId)) forget(accountId);
  });

  return {
    last: () => parseLast(kept.read() ?? ''),
    error: failure,
    canStay: vault !== null,
    stays: (accountId) => staying.has(accountId),
    note(settings, shallStay) {
      kept.write(JSON.stringify(toLast(settings)));
      const accountId = accountIdOf(settings);
      if (!shallStay) forget(accountId);
      else if (vault !== null) wanted.set(accountId, settings);
    },
    async recall() {
      const recalled = (await vault?.read()) ?? [];
      for (const settings of recalled) staying.add(accountIdOf(settings));
      return recalled;
    },
    countStaying: async () => (await vault?.read())?.length ?? 0,
    async forgetAll() {
      kept.write('');
      wanted.clear();
      staying.clear();
      change('account/not-forgotten', async (safe) => {
        for (const settings of await safe.read()) await safe.forget(accountIdOf(settings));
      });
      await inTurn;
    },
    close,
  };
}
