import { useStore } from 'zustand';
import type { CallDirection } from '#core/call/call-state.ts';
import { ownAccountOf } from '#core/registration/own-account.ts';
import { words } from '../words.ts';
import styles from './OtherAccount.module.css';
import { useSoftphone } from './softphone-context.ts';

/** By which account a call of a list came or went, unless that is the only one that is signed in: one browser may have had several. */
export function OtherAccount({
  direction,
  localUri,
}: {
  readonly direction: CallDirection;
  readonly localUri: string;
}) {
  const accountId = ownAccountOf({ localUri });
  const isTheOnlyOne = useStore(
    useSoftphone().accounts,
    ({ accounts }) => accounts.size === 1 && accounts.has(accountId),
  );
  if (isTheOnlyOne) return null;
  return (
    <span className={styles.account}>
      {direction === 'Incoming' ? words.call.toAccount : words.call.asAccount} <bdi>{accountId}</bdi>
    </span>
  );
}
