import { CircleAlert, CircleCheck, CircleDashed, CircleSlash, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Verdict } from '#core/phone-check/check-state.ts';
import styles from './CheckLine.module.css';

const icons: Readonly<Record<Verdict, LucideIcon>> = {
  pending: CircleDashed,
  well: CircleCheck,
  problem: CircleAlert,
  open: CircleSlash,
};

/** What was found of one thing: how it is, and what to do where that is not well. */
export function CheckLine({
  title,
  verdict,
  sentence,
  action = null,
  children,
}: {
  readonly title: string;
  readonly verdict: Verdict;
  readonly sentence: ReactNode;
  readonly action?: string | null;
  readonly children?: ReactNode;
}) {
  const Icon = icons[verdict];
  return (
    <li tabIndex={-1} className={styles.line} data-verdict={verdict} aria-label={title}>
      <Icon aria-hidden size={20} />
      <div className={styles.body}>
        <h3 className={styles.title}>{title}</h3>
        <p>{sentence}</p>
        {action === null ? null : <p className={styles.action}>{action}</p>}
        {children}
      </div>
    </li>
  );
}
