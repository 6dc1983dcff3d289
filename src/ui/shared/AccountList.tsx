import { LogOut } from 'lucide-react';
import { useId } from 'react';
import { useStore } from 'zustand';
import type { AccountState } from '#core/registration/account-state.ts';
import { words } from '../words.ts';
import styles from './AccountList.module.css';
import { AccountName } from './AccountName.tsx';
import { AccountStatus } from './AccountStatus.tsx';
import { IconButton } from './IconButton.tsx';
import { useSoftphone } from './softphone-context.ts';
import { useDiallingAccount } from './use-accounts.ts';

/** The person's accounts: the state of each, by which one calls go out, and the way out. */
export function AccountList() {
  const { accounts } = useStore(useSoftphone().accounts);
  const dialling = useDiallingAccount();
  const group = useId();
  return (
    <ul className={styles.list}>
      {[...accounts.values()].map((account) => (
        <li key={account.accountId} className={styles.account} aria-label={account.accountId}>
          <Account account={account} />
          {accounts.size > 1 ? (
            <DiallingChoice account={account} group={group} isChosen={account === dialling} />
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function Account({ account }: { readonly account: AccountState }) {
  const softphone = useSoftphone();
  const { accountId, settings } = account;
  return (
    <div className={styles.row}>
      <AccountName settings={settings} />
      <AccountStatus account={account} />
      <IconButton
        label={words.account.signOutOf(settings.address)}
        icon={LogOut}
        onClick={() => void softphone.signOut(accountId)}
      />
    </div>
  );
}

function DiallingChoice({
  account: { accountId },
  group,
  isChosen,
}: {
  readonly account: AccountState;
  readonly group: string;
  readonly isChosen: boolean;
}) {
  const softphone = useSoftphone();
  return (
    <label className={styles.choice}>
      <input
        type="radio"
        name={group}
        checked={isChosen}
        onChange={() => softphone.chooseAccount(accountId)}
      />
      {words.account.callByThis}
    </label>
  );
}
