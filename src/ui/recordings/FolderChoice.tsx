import { FolderCheck, FolderLock, FolderOpen, FolderX, type LucideIcon } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { toPhoneErrorDetail, type PhoneErrorDetail } from '#core/errors/phone-error.ts';
import { assertNever } from '#core/shared/assert-never.ts';
import type { ChosenFolder } from '#core/upload/chosen-folder.ts';
import { Button } from '../shared/Button.tsx';
import { ErrorNotice } from '../shared/ErrorNotice.tsx';
import { usePage } from '../shared/page-context.ts';
import { words } from '../words.ts';
import styles from './FolderChoice.module.css';

/** The folder to which recordings are saved, and the choice of another. That the browser has locked it is said on every page: see `Notices`. */
export function FolderChoice({ folder }: { readonly folder: ChosenFolder }) {
  const isSmallWindow = usePage().openSmallWindow === null;
  const state = useStore(folder.store);
  const [error, setError] = useState<PhoneErrorDetail | null>(null);
  const choose = async () => {
    setError(null);
    try {
      await folder.choose();
    } catch (thrown) {
      setError(toPhoneErrorDetail(thrown));
    }
  };
  const choosing = (label: string) =>
    isSmallWindow ? null : <Button onClick={() => void choose()}>{label}</Button>;
  const line = (icon: LucideIcon, text: string, action: ReactNode = null) => (
    <section className={styles.choice} aria-label={words.folder.title}>
      <Line icon={icon} text={text} action={action} />
      {error === null ? null : <ErrorNotice error={error} tone="warning" urgent />}
    </section>
  );
  switch (state.phase) {
    case 'unknown':
      return null;
    case 'unsupported':
      return line(FolderX, words.folder.unsupported);
    case 'none':
      return line(
        FolderOpen,
        isSmallWindow ? `${words.folder.none} ${words.smallWindow.inPage}` : words.folder.none,
        choosing(words.folder.choose),
      );
    case 'ready':
      return line(FolderCheck, words.folder.ready(state.name), choosing(words.folder.chooseOther));
    case 'locked':
      return line(FolderLock, words.folder.chosen(state.name), choosing(words.folder.chooseOther));
    default:
      return assertNever(state);
  }
}

function Line({
  icon: Icon,
  text,
  action,
}: {
  readonly icon: LucideIcon;
  readonly text: string;
  readonly action: ReactNode;
}) {
  return (
    <div className={styles.line}>
      <Icon aria-hidden size={20} />
      <p className={styles.text} role="status">
        {text}
      </p>
      {action}
    </div>
  );
}
