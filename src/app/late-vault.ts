import type { AccountVault } from '#core/registration/sign-in-memory.ts';

const open = async (): Promise<AccountVault> =>
  (await import('#platform/browser/account-vault.ts')).createAccountVault();

/** The vault, whose code is fetched when somebody wants to stay signed in. Null on a page without TLS, which has no WebCrypto. */
export const createLateVault = (): AccountVault | null =>
  isSecureContext
    ? {
        read: () =>
          open().then(
            (vault) => vault.read(),
            () => [],
          ),
        keep: async (...account) => (await open()).keep(...account),
        forget: async (accountId) => (await open()).forget(accountId),
      }
    : null;
