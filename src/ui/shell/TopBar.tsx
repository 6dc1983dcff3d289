import { memo } from 'react';
import { LogOut } from 'lucide-react';
import { AccountStatus } from '../shared/AccountStatus.tsx';
import { IconButton } from '../shared/IconButton.tsx';
import { useSoftphone } from '../shared/softphone-context.ts';
import { useDiallingAccount } from '../shared/use-accounts.ts';
import { words } from '../words.ts';
import { DoNotDisturbButton } from './DoNotDisturbButton.tsx';
import { SoundLock } from './SoundLock.tsx';
import styles from './TopBar.module.css';
import type { Route } from './use-route.ts';

/** Where one is, who one is, and whether calls arrive. */
export const TopBar = memo(function TopBar({ route }: { readonly route: Route }) {
  const softphone = useSoftphone();
  const account = useDiallingAccount();
  const settings = account?.settings;
  return (
    <header className={styles.bar}>
      <h1 className={styles.title}>{words.navigation[route]}</h1>
      <SoundLock />
      {account === null ? null : <AccountStatus account={account} />}
      <DoNotDisturbButton />
      <span className={styles.who}>
        {settings?.displayName == null ? null : <bdi className={styles.name}>{settings.displayName}</bdi>}
        <bdi className={styles.address}>{settings?.address}</bdi>
      </span>
      <IconButton label={words.account.signOut} icon={LogOut} onClick={() => void softphone.signOut()} />
    </header>
  );
});
