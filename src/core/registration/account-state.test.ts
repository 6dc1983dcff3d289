import { describe, expect, it } from 'vitest';
import type { AccountId } from '../shared/ids.ts';
import {
  accountForTarget,
  accountIdOf,
  diallingAccount,
  nobody,
  type AccountsState,
} from './account-state.ts';
import type { RegistrationState } from './registration-state.ts';

const offline: RegistrationState = { status: 'offline' };

/** The given accounts in their order, all registered but those that are named as away. */
function signedIn(addresses: readonly string[], { chosen = '', away = '' } = {}): AccountsState {
  const accounts = new Map(
    addresses.map((address) => {
      const accountId = accountIdOf({ address });
      const settings = {
        address,
        displayName: null,
        credentials: { kind: 'password', password: 'p' },
        servers: ['wss://example.com'],
      } as const;
      const registration: RegistrationState = address === away ? offline : { status: 'registered' };
      return [accountId, { accountId, settings, registration }];
    }),
  );
  return { accounts, chosenId: chosen === '' ? null : accountIdOf({ address: chosen }) };
}

it('is one account however its domain is written, and another in other letters of the user', () => {
  expect(accountIdOf({ address: 'Alice@Example.COM' })).toBe('Alice@example.com');
});

describe('the account that calls go out by', () => {
  const [alice, carol] = ['alice@one.example', 'carol@two.example'] as const;

  it.each([
    ['nobody', signedIn([]), undefined],
    ['the first', signedIn([alice, carol]), alice],
    ['the chosen one', signedIn([alice, carol], { chosen: carol }), carol],
    ['the first when the chosen one has left', signedIn([alice], { chosen: carol }), alice],
  ])('is %s', (_what, state, expected) => {
    expect(diallingAccount(state)?.accountId).toBe(expected);
  });

  it.each([
    ['bob', alice],
    ['+1 555 0100', alice],
    ['bob@one.example', alice],
    ['bob@two.example', carol],
    ['sip:bob@TWO.example;transport=ws?subject=x', carol],
    ['bob@three.example', alice],
    ['@', alice],
  ])('is for %s %s', (typed, expected) => {
    expect(accountForTarget(signedIn([alice, carol]), typed)?.accountId).toBe(expected);
  });

  it('is the chosen one of two at home in a domain', () => {
    const state = signedIn(['alice@one.example', 'carol@one.example'], { chosen: 'carol@one.example' });
    expect(accountForTarget(state, 'bob@one.example')?.accountId).toBe('carol@one.example');
  });

  it('is not one that is at home there and away', () => {
    const state = signedIn([alice, carol], { away: carol });
    expect(accountForTarget(state, 'bob@two.example')?.accountId).toBe(alice);
  });

  it('is the wanted one, for as long as it is signed in', () => {
    const wanted = carol as AccountId;
    expect(accountForTarget(signedIn([alice, carol]), 'bob', wanted)?.accountId).toBe(carol);
    expect(accountForTarget(signedIn([alice]), 'bob', wanted)?.accountId).toBe(alice);
    expect(accountForTarget(nobody, 'bob', wanted)).toBeNull();
  });
});
