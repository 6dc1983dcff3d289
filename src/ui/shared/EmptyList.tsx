import type { ReactNode } from 'react';
import styles from './EmptyList.module.css';
import { FlatPair } from './FlatPair.tsx';

/** What stands where a list has nothing to show. */
export function EmptyList({
  title,
  hint,
  children,
}: {
  readonly title: string;
  readonly hint: string;
  readonly children?: ReactNode;
}) {
  return (
    <div className={styles.nothing}>
      <FlatPair />
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.hint}>{hint}</p>
      {children}
    </div>
  );
}
