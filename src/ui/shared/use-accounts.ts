import { useStore } from 'zustand';
import {
  accountForTarget,
  type AccountState,
  diallingAccount,
  isReachable,
} from '#core/registration/account-state.ts';
import type { AccountId } from '#core/shared/ids.ts';
import { useSoftphone } from './softphone-context.ts';

/** The account that a call to what was typed goes out by, the wanted one if it can be; null when nobody is signed in. */
export function useAccountFor(typed: string, wanted: AccountId | null = null): AccountState | null {
  return useStore(useSoftphone().accounts, (state) => accountForTarget(state, typed, wanted));
}

/** The account that calls go out by. */
export function useDiallingAccount(): AccountState | null {
  return useStore(useSoftphone().accounts, diallingAccount);
}

/** Whether calls reach the person, by whichever account. */
export function useReachable(): boolean {
  return useStore(useSoftphone().accounts, isReachable);
}

/** Whether a call to what was typed can be placed now. */
export function useCanCall(typed = '', wanted: AccountId | null = null): boolean {
  return useAccountFor(typed, wanted)?.registration.status === 'registered';
}
