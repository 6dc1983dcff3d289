import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './Notice.module.css';

/** A line that says what is going on and offers the one thing to do. `urgent` lines are read out at once. */
export function Notice({
  tone,
  icon: Icon,
  urgent = false,
  action,
  children,
}: {
  readonly tone: 'info' | 'warning' | 'danger';
  readonly icon: LucideIcon;
  readonly urgent?: boolean;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <div className={`${styles.notice} ${styles[tone]}`} role={urgent ? 'alert' : undefined}>
      <Icon aria-hidden size={20} />
      <div className={styles.body}>
        <div className={styles.text}>{children}</div>
        {action}
      </div>
    </div>
  );
}
