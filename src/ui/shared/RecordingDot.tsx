import styles from './RecordingDot.module.css';

/** That a call is recorded, for the eye; hollow while it is paused. Words stand beside it. */
export const RecordingDot = ({ isPaused }: { readonly isPaused: boolean }) => (
  <span className={styles.dot} data-paused={isPaused} />
);
