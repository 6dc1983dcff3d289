import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useStore } from 'zustand';
import type { AccountState } from '#core/registration/account-state.ts';
import { AccountList } from '../../shared/AccountList.tsx';
import { Button } from '../../shared/Button.tsx';
import { SignInForm } from '../../shared/SignInForm.tsx';
import { useSoftphone } from '../../shared/softphone-context.ts';
import { useDiallingAccount } from '../../shared/use-accounts.ts';
import { words } from '../../words.ts';
import styles from './AccountSettings.module.css';

/** The person's accounts: those that could not sign in are corrected here, and others are added. */
export function AccountSettings() {
  const accounts = useStore(useSoftphone().accounts, (state) => state.accounts);
  const refused = [...accounts.values()].filter(({ registration }) => registration.status === 'failed');
  return (
    <div className={styles.accounts}>
      <AccountList />
      {refused.map((account) => (
        <CorrectAccount key={account.accountId} account={account} />
      ))}
      <AddAccount />
    </div>
  );
}

function CorrectAccount({ account }: { readonly account: AccountState }) {
  return (
    <section className={styles.form}>
      <h3 className={styles.title}>
        {words.account.signInAgain}: <bdi>{account.accountId}</bdi>
      </h3>
      <SignInForm previous={account} defaultServer="" />
    </section>
  );
}

/** What was pressed is gone: who came by the keyboard goes on here. */
const focusFirstField = (form: HTMLElement | null) => form?.querySelector('input')?.focus();

function AddAccount() {
  const [isOpen, setOpen] = useState(false);
  const server = useDiallingAccount()?.settings.servers[0] ?? '';
  if (!isOpen) {
    return (
      <div>
        <Button icon={UserPlus} onClick={() => setOpen(true)}>
          {words.account.add}
        </Button>
      </div>
    );
  }
  return (
    <section ref={focusFirstField} className={styles.form}>
      <h3 className={styles.title}>{words.account.add}</h3>
      <SignInForm previous={null} defaultServer={server} onSignedIn={() => setOpen(false)} />
      <div>
        <Button tone="plain" onClick={() => setOpen(false)}>
          {words.account.cancelAdd}
        </Button>
      </div>
    </section>
  );
}
