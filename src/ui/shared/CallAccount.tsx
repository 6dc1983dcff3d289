import { useStore } from 'zustand';
import type { CallInfo } from '#core/call/call-info.ts';
import type { CallDirection } from '#core/call/call-state.ts';
import type { AccountId } from '#core/shared/ids.ts';
import { words } from '../words.ts';
import styles from './CallAccount.module.css';
import { useSoftphone } from './softphone-context.ts';

/** By which account a call came or goes, where there is more than one. */
export function CallAccount({ call, id }: { readonly call: CallInfo; readonly id?: string }) {
  const isOneOfSeveral = useStore(useSoftphone().accounts, ({ accounts }) => accounts.size > 1);
  if (!isOneOfSeveral || call.accountId === null) return null;
  return <OwnAccount direction={call.direction} accountId={call.accountId} id={id} />;
}

/** By which account a call came or went. */
export function OwnAccount({
  direction,
  accountId,
  id,
}: {
  readonly direction: CallDirection;
  readonly accountId: AccountId;
  readonly id?: string | undefined;
}) {
  return (
    <span id={id} className={styles.account}>
      {direction === 'Incoming' ? words.call.toAccount : words.call.asAccount}{' '}
      <bdi className={styles.address}>{accountId}</bdi>
    </span>
  );
}
