import type { AccountSettings, PhoneConfig } from '#core/config/phone-config.ts';
import { demoAccounts } from '#ui/shared/demo-accounts.ts';

/** Who is there when the page opens. */
export interface InitialAccount {
  /** Signed in without being asked: the deployment's account, or in demo mode the one that `?account=` names. */
  readonly account: AccountSettings | null;
  /** What `?account=` names in demo mode, where the demo has no such account. */
  readonly unknownAccount: string | null;
}

/** Reads it from the settings and from the address of the page. The passwords of the demo's accounts are no secret. */
export function initialAccount(config: PhoneConfig, search: string): InitialAccount {
  const wanted = new URLSearchParams(search).get('account');
  if (config.account !== null || !config.demo || wanted === null || wanted === '') {
    return { account: config.account, unknownAccount: null };
  }
  const known = demoAccounts.find(({ account }) => account === wanted);
  if (known === undefined) return { account: null, unknownAccount: wanted };
  const account: AccountSettings = {
    address: `${known.account}@localhost`,
    displayName: known.name,
    credentials: { kind: 'password', password: `${known.account}-demo` },
    servers: [config.defaultServer],
  };
  return { account, unknownAccount: null };
}
