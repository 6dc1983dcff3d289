import styles from './ProgressBar.module.css';

/** How much of something is done: `value` of `max`. */
export function ProgressBar(progress: {
  readonly value: number;
  readonly max: number;
  readonly 'aria-label': string;
}) {
  return <progress className={styles.bar} {...progress} />;
}
