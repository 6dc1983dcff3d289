import { TriangleAlert } from 'lucide-react';
import type { PhoneConfig } from '#core/config/phone-config.ts';
import { displayText } from '#core/identity/display-text.ts';
import { AccountStatus } from '../shared/AccountStatus.tsx';
import { demoAccounts } from '../shared/demo-accounts.ts';
import { ErrorNotice } from '../shared/ErrorNotice.tsx';
import { Mark } from '../shared/Mark.tsx';
import { Notice } from '../shared/Notice.tsx';
import { usePage } from '../shared/page-context.ts';
import { useDiallingAccount } from '../shared/use-accounts.ts';
import { words } from '../words.ts';
import { CheckOffer } from './CheckOffer.tsx';
import { DemoAccounts } from './DemoAccounts.tsx';
import { SignInForm } from '../shared/SignInForm.tsx';
import { SignInNotice } from '../shared/SignInNotice.tsx';
import styles from './SignInPage.module.css';

/** Where a person begins. It stays until the first registration, so that a wrong password is corrected in place. */
export function SignInPage({
  config,
  unknownAccount,
}: {
  readonly config: PhoneConfig;
  readonly unknownAccount: string | null;
}) {
  const account = useDiallingAccount();
  const { signIns } = usePage();
  const error = account !== null && 'error' in account.registration ? account.registration.error : null;
  const isFailed = account?.registration.status === 'failed';
  return (
    <main tabIndex={-1} className={styles.page}>
      <div className={styles.column}>
        <header className={styles.header}>
          <Mark size={56} />
          <h1 className={styles.product}>{words.product}</h1>
          <p className={styles.promise}>{words.promise}</p>
        </header>
        {unknownAccount === null || account !== null ? null : (
          <Notice tone="warning" icon={TriangleAlert} urgent>
            {words.signIn.noSuchDemo(
              displayText(unknownAccount),
              demoAccounts.map(({ name }) => name),
            )}
          </Notice>
        )}
        {/* Who has tried an account of their own needs the room for what became of it. */}
        {config.demo && account === null ? <DemoAccounts /> : null}
        <div className={styles.formTitle}>
          <h2 className={styles.title}>{words.signIn.title}</h2>
          {account === null ? <p className={styles.promise}>{words.signIn.intro}</p> : null}
          {account === null || isFailed ? null : <AccountStatus account={account} />}
        </div>
        {account === null || error === null ? null : (
          <ErrorNotice
            error={error}
            tone={isFailed ? 'danger' : 'warning'}
            sentence={isFailed ? <AccountStatus account={account} plain /> : undefined}
          />
        )}
        <SignInNotice />
        <SignInForm previous={account} last={signIns.last()} defaultServer={config.defaultServer} />
        <CheckOffer server={signIns.last()?.server} />
      </div>
    </main>
  );
}
