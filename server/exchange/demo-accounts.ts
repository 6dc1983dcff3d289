import type { ExchangeAccount } from './accounts.ts';

const demoAccount = (user: string, displayName: string): ExchangeAccount => ({
  user,
  password: `${user}-demo`,
  displayName,
});

/** The accounts of the demonstration. Their passwords are public: never run them where strangers can reach the exchange. */
export const demoAccounts: readonly ExchangeAccount[] = [
  demoAccount('alice', 'Alice'),
  demoAccount('bob', 'Bob'),
  demoAccount('carol', 'Carol'),
  demoAccount('dave', 'Dave'),
];
