import { remoteAddress } from '../call/selectors.ts';
import type { AccountId } from '../shared/ids.ts';
import { accountIdOf } from './account-state.ts';

/** By which account a call came or went, or was recorded, whether it is signed in now or not. */
export const ownAccountOf = ({ localUri }: { readonly localUri: string }): AccountId =>
  accountIdOf({ address: remoteAddress({ remoteUri: localUri }) });
