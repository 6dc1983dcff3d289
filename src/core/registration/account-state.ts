import type { AccountSettings } from '../config/phone-config.ts';
import { asAccountId, type AccountId } from '../shared/ids.ts';
import { domainOf } from '../signalling/sip-target.ts';
import type { ReadonlyStore } from '../shared/store.ts';
import type { RegistrationState } from './registration-state.ts';

/** One of the person's accounts, and whether calls reach them by it. */
export interface AccountState {
  readonly accountId: AccountId;
  readonly settings: AccountSettings;
  readonly registration: RegistrationState;
}

/** Who is signed in. */
export interface AccountsState {
  /** In the order of signing in; empty before the first sign-in and after the last sign-out. */
  readonly accounts: ReadonlyMap<AccountId, AccountState>;
  /** The account that the person chose to call by; null before, and perhaps of one that has left. */
  readonly chosenId: AccountId | null;
}

/** Nobody is signed in. */
export const nobody: AccountsState = { accounts: new Map(), chosenId: null };

/** The id of an account: its address of record, whose domain is written in small letters (RFC 3261 §19.1.4). */
export function accountIdOf({ address }: Pick<AccountSettings, 'address'>): AccountId {
  const domain = domainOf(address);
  return asAccountId(address.slice(0, address.length - domain.length) + domain.toLowerCase());
}

/** The account that calls go out by: the chosen one, else the first; null when nobody is signed in. */
export function diallingAccount({ accounts, chosenId }: AccountsState): AccountState | null {
  const chosen = chosenId === null ? undefined : accounts.get(chosenId);
  if (chosen !== undefined) return chosen;
  const [first = null] = accounts.values();
  return first;
}

const isRegistered = ({ registration }: AccountState): boolean => registration.status === 'registered';

/** Whether calls reach the person, by whichever account. */
export const isReachable = ({ accounts }: AccountsState): boolean =>
  [...accounts.values()].some(isRegistered);

/** Runs once, when the first account is registered. */
export function whenReachable(accounts: ReadonlyStore<AccountsState>, run: () => void): void {
  const stop = accounts.subscribe((state) => {
    if (!isReachable(state)) return;
    stop();
    run();
  });
}

/**
 * The account that a call to what the person typed goes out by: the `wanted` one while it is signed in, else one at home in
 * the domain that was typed, where the chosen one is not, else the chosen one. Null when nobody is signed in.
 */
export function accountForTarget(
  state: AccountsState,
  typed: string,
  wanted: AccountId | null = null,
): AccountState | null {
  const given = wanted === null ? undefined : state.accounts.get(wanted);
  if (given !== undefined) return given;
  const chosen = diallingAccount(state);
  const domain = /@([^@;?]+)[^@]*$/.exec(typed.trim())?.[1]?.toLowerCase();
  if (chosen === null || domain === undefined) return chosen;
  const isAtHome = ({ accountId }: AccountState) => domainOf(accountId) === domain;
  if (isAtHome(chosen)) return chosen;
  const others = [...state.accounts.values()].filter(isAtHome);
  return others.find(isRegistered) ?? chosen;
}
