import type { PhoneErrorDetail } from '#core/errors/phone-error.ts';
import { ErrorNotice } from '../shared/ErrorNotice.tsx';
import { formatPercent } from '../shared/format.ts';
import { ProgressBar } from '../shared/ProgressBar.tsx';
import { words } from '../words.ts';
import styles from './ExportProgress.module.css';

/** How far a file is that is being made, or why it was not. Its room is kept while nothing is. */
export function ExportProgress({
  share,
  error,
}: {
  readonly share: number | null;
  readonly error: PhoneErrorDetail | null;
}) {
  if (error !== null) return <ErrorNotice error={error} tone="warning" urgent />;
  if (share === null) return <div className={styles.progress} />;
  const said = words.recordings.saving(formatPercent(share, 1));
  return (
    <div className={styles.progress}>
      <ProgressBar value={share} max={1} aria-label={said} />
      <p className={styles.said}>{said}</p>
    </div>
  );
}
