import { FolderLock, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { PhoneErrorDetail } from '#core/errors/phone-error.ts';
import type { AccountState } from '#core/registration/account-state.ts';
import { assertNever } from '#core/shared/assert-never.ts';
import type { ChosenFolder } from '#core/upload/chosen-folder.ts';
import { Button, buttonClass } from '../shared/Button.tsx';
import { ErrorNotice } from '../shared/ErrorNotice.tsx';
import { formatPercent } from '../shared/format.ts';
import { Notice } from '../shared/Notice.tsx';
import { usePage } from '../shared/page-context.ts';
import { useSoftphone } from '../shared/softphone-context.ts';
import { Timer } from '../shared/Timer.tsx';
import { words } from '../words.ts';
import styles from './Notices.module.css';
import { RecoveredNotice } from './RecoveredNotice.tsx';
import { RuleNotices } from './RuleNotices.tsx';

/** The lines under the top bar: what is wrong, and the one thing to do. */
export function Notices({
  inCall,
  hooksError,
  children,
}: {
  readonly children?: ReactNode;
  readonly inCall: boolean;
  readonly hooksError: PhoneErrorDetail | null;
}) {
  return (
    <section aria-label={words.notices} className={styles.notices}>
      {children}
      <AccountNotices inCall={inCall} />
      <RuleNotices />
      <DeviceRoomNotice />
      <LockedFolderNotice />
      <RecoveredNotice />
      {hooksError === null ? null : <ErrorNotice error={hooksError} tone="warning" />}
    </section>
  );
}

function DeviceRoomNotice() {
  const used = useStore(useSoftphone().deviceRoom);
  if (used === null) return null;
  return (
    <Notice tone="warning" icon={TriangleAlert} urgent>
      <p>{words.deviceRoom(formatPercent(used, 1))}</p>
    </Notice>
  );
}

function LockedFolderNotice() {
  const { recordingFolder } = useSoftphone();
  return recordingFolder === null ? null : <LockedFolder folder={recordingFolder} />;
}

function LockedFolder({ folder }: { readonly folder: ChosenFolder }) {
  const isSmallWindow = usePage().openSmallWindow === null;
  const state = useStore(folder.store);
  if (state.phase !== 'locked') return null;
  const allow = <Button onClick={() => void folder.allow()}>{words.folder.allow}</Button>;
  return (
    <Notice tone="warning" icon={FolderLock} action={isSmallWindow ? null : allow}>
      <p role="status">
        {words.folder.locked(state.name)} {isSmallWindow ? words.smallWindow.inPage : null}
      </p>
    </Notice>
  );
}

/** One for each account; by its name, where there are several. */
function AccountNotices({ inCall }: { readonly inCall: boolean }) {
  const accounts = useStore(useSoftphone().accounts, (state) => state.accounts);
  return [...accounts.values()].map((account) => (
    <AccountNotice key={account.accountId} account={account} named={accounts.size > 1} inCall={inCall} />
  ));
}

function AccountNotice({
  account: { accountId, registration },
  named,
  inCall,
}: {
  readonly account: AccountState;
  readonly named: boolean;
  readonly inCall: boolean;
}) {
  const softphone = useSoftphone();
  const name = named ? <bdi className={styles.account}>{accountId}</bdi> : null;
  switch (registration.status) {
    case 'offline':
    case 'registered':
      return null;
    case 'connecting':
      return registration.error === null ? null : (
        <ErrorNotice error={registration.error} tone="warning" lead={name} />
      );
    case 'reconnecting':
      return (
        <ErrorNotice
          error={registration.error}
          tone="warning"
          lead={
            <>
              {name} {words.account.reconnectingFor} <Timer atMs={registration.sinceMs} counts="up" />.{' '}
              {inCall ? words.account.callsGoOn : null}
            </>
          }
        />
      );
    case 'failed':
      return (
        <ErrorNotice
          error={registration.error}
          lead={name}
          action={
            named ? (
              <a className={buttonClass({})} href="#/settings/accounts">
                {words.account.signInAgain}
              </a>
            ) : (
              <Button onClick={() => void softphone.signOut(accountId)}>{words.account.signInAgain}</Button>
            )
          }
        />
      );
    default:
      return assertNever(registration);
  }
}
