import styles from './Mark.module.css';

/** The mark: two mirrored traces, the remote party above the line and you below it, cut to a square. */
export function Mark({ size }: { readonly size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden className={styles.mark}>
      <path
        className={styles.remote}
        d="M4.5 15v-2a1.5 1.5 0 0 1 3 0v2zM9.5 15V9.5a1.5 1.5 0 0 1 3 0V15zM14.5 15V5.5a1.5 1.5 0 0 1 3 0V15zM19.5 15v-4.5a1.5 1.5 0 0 1 3 0V15zM24.5 15v-3a1.5 1.5 0 0 1 3 0v3z"
      />
      <path
        className={styles.local}
        d="M4.5 17v3a1.5 1.5 0 0 0 3 0v-3zM9.5 17v4.5a1.5 1.5 0 0 0 3 0V17zM14.5 17v9.5a1.5 1.5 0 0 0 3 0V17zM19.5 17v5.5a1.5 1.5 0 0 0 3 0V17zM24.5 17v2a1.5 1.5 0 0 0 3 0v-2z"
      />
    </svg>
  );
}
