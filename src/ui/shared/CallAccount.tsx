import { useStore } from 'zustand';
import type { CallInfo } from '#core/call/call-info.ts';
import { words } from '../words.ts';
import styles from './CallAccount.module.css';
import { useSoftphone } from './softphone-context.ts';

/** By which account a call came or goes, where there is more than one. */
export function CallAccount({ call, id }: { readonly call: CallInfo; readonly id?: string }) {
  const isOneOfSeveral = useStore(useSoftphone().accounts, ({ accounts }) => accounts.size > 1);
  if (!isOneOfSeveral || call.accountId === null) return null;
  return (
    <span id={id} className={styles.account}>
      {call.direction === 'Incoming' ? words.call.toAccount : words.call.asAccount}{' '}
      <bdi className={styles.address}>{call.accountId}</bdi>
    </span>
  );
}
