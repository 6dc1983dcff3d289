import type { AccountVault } from '#core/registration/sign-in-memory.ts';

const load = async () => (await import('#platform/browser/account-vault.ts')).createAccountVault();

/** The vault, whose code is fetched when somebody wants to stay signed in. Null on a page without TLS, which has no WebCrypto. */
export const createLateVault = (): AccountVault | null =>
  isSecureContext
    ? {
        read: () =>
          load().then(
            (vault) => vault?.read() ?? [],
            () => [],
          ),
        write: async (accounts) => (await load())?.write(accounts),
      }
    : null;
