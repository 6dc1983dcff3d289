import '@fontsource-variable/inter/wght.css';
import './tokens.css';
import './base.css';
import type { ReactNode } from 'react';
import { Mark } from './Mark.tsx';
import styles from './MessagePage.module.css';

/** A page that can only say one thing. */
export function MessagePage({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <main className={styles.page}>
      <div className={styles.column}>
        <Mark size={56} />
        <h1 className={styles.title}>{title}</h1>
        {children}
      </div>
    </main>
  );
}
