import { memo } from 'react';
import { LogOut } from 'lucide-react';
import { useStore } from 'zustand';
import { AccountStatus } from '../shared/AccountStatus.tsx';
import { IconButton } from '../shared/IconButton.tsx';
import { useSoftphone } from '../shared/softphone-context.ts';
import { useDiallingAccount } from '../shared/use-accounts.ts';
import { words } from '../words.ts';
import { AccountsMenu } from './AccountsMenu.tsx';
import { DoNotDisturbButton } from './DoNotDisturbButton.tsx';
import { MessagesLamps } from './MessagesLamp.tsx';
import { SmallWindowButton } from './SmallWindowButton.tsx';
import { SoundLock } from './SoundLock.tsx';
import styles from './TopBar.module.css';
import type { Route } from '../shared/addresses.ts';

/** Where one is, who one is, and whether calls arrive: of several accounts, the state of one that they do not arrive by. */
export const TopBar = memo(function TopBar({ route }: { readonly route: Route }) {
  const softphone = useSoftphone();
  const accounts = useStore(softphone.accounts, (state) => state.accounts);
  const account = useDiallingAccount();
  const shown =
    [...accounts.values()].find(({ registration }) => registration.status !== 'registered') ?? account;
  return (
    <header className={styles.bar}>
      <h1 className={styles.title}>{words.navigation[route]}</h1>
      <SoundLock />
      <MessagesLamps />
      {shown === null ? null : <AccountStatus account={shown} />}
      <SmallWindowButton />
      <DoNotDisturbButton />
      {account === null ? null : <AccountsMenu account={account} />}
      {accounts.size > 1 ? null : (
        <span className={styles.signOut}>
          <IconButton label={words.account.signOut} icon={LogOut} onClick={() => void softphone.signOut()} />
        </span>
      )}
    </header>
  );
});
