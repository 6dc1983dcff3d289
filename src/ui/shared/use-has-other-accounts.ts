import { useStore } from 'zustand';
import { ownAccountOf } from '#core/registration/own-account.ts';
import { useSoftphone } from './softphone-context.ts';

/** Whether these own addresses are not all of the one account that is signed in: one browser may have several, one after the other. */
export function useHasOtherAccounts(localUris: readonly string[]): boolean {
  const accounts = useStore(useSoftphone().accounts, (state) => state.accounts);
  const [only] = accounts.size === 1 ? accounts.keys() : [];
  return localUris.some((localUri) => ownAccountOf({ localUri }) !== only);
}
