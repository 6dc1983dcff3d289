/** The people of the demo. Names, not words: they are the same in every language. */
export const demoAccounts = [
  { account: 'alice', name: 'Alice' },
  { account: 'bob', name: 'Bob' },
  { account: 'carol', name: 'Carol' },
  { account: 'dave', name: 'Dave' },
] as const;
