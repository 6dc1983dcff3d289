import type { AccountSettings, PhoneConfig } from '#core/config/phone-config.ts';
import { demoAccounts } from '#ui/shared/demo-accounts.ts';

/** Who is there when the page opens. */
export interface InitialAccounts {
  /** Signed in without being asked: the deployment's accounts, or in demo mode those that `?account=` names. */
  readonly accounts: readonly AccountSettings[];
  /** What `?account=` names in demo mode, where the demo has no such account. */
  readonly unknownAccount: string | null;
}

/** Reads it from the settings and from the address of the page. The passwords of the demo's accounts are no secret. */
export function initialAccounts(config: PhoneConfig, search: string): InitialAccounts {
  const wanted = new URLSearchParams(search).getAll('account').filter((name) => name !== '');
  if (config.accounts.length > 0 || !config.demo) return { accounts: config.accounts, unknownAccount: null };
  const accounts = demoAccounts.filter(({ account }) => wanted.includes(account));
  const unknownAccount = wanted.find((name) => !demoAccounts.some(({ account }) => account === name)) ?? null;
  return {
    accounts: accounts.map(({ account, name }) => ({
      address: `${account}@localhost`,
      displayName: name,
      credentials: { kind: 'password', password: `${account}-demo` },
      servers: [config.defaultServer],
    })),
    unknownAccount,
  };
}
