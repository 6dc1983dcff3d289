import type { ReactNode } from 'react';
import styles from './EmptyList.module.css';
import { FlatPair } from './FlatPair.tsx';

/** What stands where a list has nothing to show; without a title while it is being read. */
export function EmptyList({
  title = null,
  hint,
  children,
}: {
  readonly title?: string | null;
  readonly hint: string;
  readonly children?: ReactNode;
}) {
  return (
    <div className={styles.nothing} aria-busy={title === null}>
      <FlatPair />
      {title === null ? null : <h2 className={styles.title}>{title}</h2>}
      <p className={styles.hint}>{hint}</p>
      {children}
    </div>
  );
}
