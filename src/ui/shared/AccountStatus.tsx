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

/** Why they do not, where that is to be said. */
const describeFailure = (state: RegistrationState): string | null =>
  state.status === 'failed' ? `: ${words.errors[state.error.code].sentence}` : null;

/** Whether calls reach the person, in words. */
export const describeRegistration = (state: RegistrationState): string =>
  `${words.account[state.status]}${describeFailure(state) ?? ''}`;

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
      <span className={styles.word}>
        {words.account[registration.status]}
        <span>{describeFailure(registration)}</span>
      </span>
    </p>
  );
}
