import { useStore } from 'zustand';
import type { CallId } from '#core/shared/ids.ts';
import { useSoftphone } from '../shared/softphone-context.ts';
import { words } from '../words.ts';
import styles from './ReceivedDigits.module.css';

/** The digits that the other phone has sent, once there are any. */
export function ReceivedDigits({ callId }: { readonly callId: CallId }) {
  const received = useStore(useSoftphone().receivedDigits, (digits) => digits.get(callId) ?? '');
  return received === '' ? null : <p className={styles.received}>{words.digits.received(received)}</p>;
}
