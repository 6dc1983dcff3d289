import type { AccountSettings } from '#core/config/phone-config.ts';
import styles from './AccountName.module.css';

/** Whose account it is: its name, where it has one, and its address. */
export function AccountName({
  settings: { displayName, address },
}: {
  readonly settings: Pick<AccountSettings, 'displayName' | 'address'>;
}) {
  return (
    <span className={styles.who}>
      {displayName === null ? null : <bdi className={styles.name}>{displayName}</bdi>}
      <bdi className={styles.address}>{address}</bdi>
    </span>
  );
}
