import { CloudOff, CloudUpload } from 'lucide-react';
import type { UploadOverview } from '#core/upload/upload-overview.ts';
import { formatBytes } from '../shared/format.ts';
import { ProgressBar } from '../shared/ProgressBar.tsx';
import { words } from '../words.ts';
import styles from './UploadProgress.module.css';

/** How far the sending of everything is, and whether it is paused. */
export function UploadProgress({ overview }: { readonly overview: UploadOverview }) {
  const { recordings, storedRecordings, sentBytes, totalBytes, isPaused } = overview;
  const Icon = isPaused ? CloudOff : CloudUpload;
  return (
    <section className={styles.overview}>
      <p className={styles.line}>
        <Icon aria-hidden size={20} />
        <span>{words.recordings.overview(storedRecordings, recordings)}</span>
        <span className={styles.bytes}>
          {words.recordings.overviewBytes(formatBytes(sentBytes), formatBytes(totalBytes))}
        </span>
      </p>
      <ProgressBar
        value={sentBytes}
        max={totalBytes}
        aria-label={words.recordings.overview(storedRecordings, recordings)}
      />
      {isPaused ? (
        <p role="status" className={styles.paused}>
          {words.recordings.paused}
        </p>
      ) : null}
    </section>
  );
}
