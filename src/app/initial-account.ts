import type { AccountSettings, PhoneConfig } from '#core/config/phone-config.ts';

/** The demo accounts of the embedded exchange, whose passwords are no secret. */
const demoNames: Readonly<Record<string, string>> = {
  alice: 'Alice',
  bob: 'Bob',
  carol: 'Carol',
  dave: 'Dave',
};

/** The settings of a demo account; null for a name that the demo does not have. */
function demoAccount(user: string, config: PhoneConfig): AccountSettings | null {
  const displayName = Object.hasOwn(demoNames, user) ? demoNames[user] : undefined;
  if (displayName === undefined) return null;
  return {
    address: `${user}@localhost`,
    displayName,
    credentials: { kind: 'password', password: `${user}-demo` },
    servers: [config.defaultServer],
  };
}

/** The account that is signed in without being asked: the deployment's, or in demo mode the one that `?account=` names. */
export function initialAccount(config: PhoneConfig, search: string): AccountSettings | null {
  if (config.account !== null) return config.account;
  const wanted = new URLSearchParams(search).get('account');
  return config.demo && wanted !== null ? demoAccount(wanted, config) : null;
}
