import { CircleAlert, CircleCheck, CircleDashed, CircleOff, type LucideIcon, RefreshCw } from 'lucide-react';
import type { AccountState } from '#core/registration/account-state.ts';
import type { RegistrationState } from '#core/registration/registration-state.ts';
import { words } from '../words.ts';
import styles from './AccountStatus.module.css';

const icons: Readonly<Record<RegistrationState['status'], LucideIcon>> = {
  registered: CircleCheck,
  connecting: CircleDashed,
  reconnecting: RefreshCw,
  offline: CircleOff,
  failed: CircleAlert,
};

/** Whether calls reach the person, in words. */
export function describeRegistration(state: RegistrationState): string {
  return state.status === 'failed'
    ? words.account.failed(words.errors[state.error.code].sentence)
    : words.account[state.status];
}

/** Whether calls reach the person by an account, in one word. A `status`; `plain` inside a line of text. */
export function AccountStatus({
  account: { registration },
  plain = false,
}: {
  readonly account: Pick<AccountState, 'registration'>;
  readonly plain?: boolean;
}) {
  const Icon = icons[registration.status];
  if (plain) {
    return (
      <p role="status" className={styles.plain}>
        {describeRegistration(registration)}
      </p>
    );
  }
  return (
    <p role="status" className={styles.status} data-status={registration.status}>
      <Icon aria-hidden size={16} strokeWidth={2.25} />
      <span className={styles.word}>{describeRegistration(registration)}</span>
    </p>
  );
}
