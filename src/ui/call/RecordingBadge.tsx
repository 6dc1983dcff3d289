import { words } from '../words.ts';
import styles from './RecordingBadge.module.css';

/** Says that the call is being recorded. It does not blink: it is there, or it is not. */
export function RecordingBadge() {
  return (
    <p className={styles.badge}>
      <span className={styles.dot} />
      <span>{words.call.recording}</span>
      <span className={styles.hint}>{words.call.recordingHint}</span>
    </p>
  );
}
