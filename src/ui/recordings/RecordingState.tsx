import {
  CircleAlert,
  CircleCheck,
  CircleDot,
  Clock,
  CloudUpload,
  type LucideIcon,
  RotateCw,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { PhoneErrorCode } from '#core/errors/phone-error.ts';
import type { LocalCopy, RecordingItem, RecordingProgress } from '#core/recording/recording-item.ts';
import { assertNever } from '#core/shared/assert-never.ts';
import { comma, formatDay, formatPercent } from '../shared/format.ts';
import { Timer } from '../shared/Timer.tsx';
import { words } from '../words.ts';
import styles from './RecordingState.module.css';

const icons: Readonly<Record<RecordingProgress['phase'], LucideIcon>> = {
  recording: CircleDot,
  queued: Clock,
  sending: CloudUpload,
  waiting: RotateCw,
  stored: CircleCheck,
  failed: CircleAlert,
};

function describeProgress(progress: RecordingProgress): ReactNode {
  switch (progress.phase) {
    case 'recording':
    case 'queued':
    case 'stored':
      return words.recordings[progress.phase];
    case 'sending':
      return words.recordings.sending(formatPercent(progress.sentBytes, progress.totalBytes));
    case 'waiting': {
      const why = words.errors[progress.error.code].sentence;
      const isForFolder = progress.error.code.startsWith('folder/');
      if (progress.retryAtMs === null) {
        const what = isForFolder ? words.recordings.notSaved : words.recordings.retryByHand;
        return `${what} ${words.recordings.because} ${why}`;
      }
      return (
        <>
          {isForFolder ? words.recordings.saveAgainIn : words.recordings.retryIn}{' '}
          <Timer atMs={progress.retryAtMs} counts="down" /> {words.recordings.because} {why}
        </>
      );
    }
    case 'failed':
      return `${words.recordings.failed} ${words.recordings.because} ${words.errors[progress.error.code].sentence}`;
    default:
      return assertNever(progress);
  }
}

function describeCopy({ endsAtMs, isUncompared }: LocalCopy, comparison: RecordingProgress): string {
  if (isUncompared !== true) {
    return endsAtMs === null
      ? words.recordings.alsoHere
      : words.recordings.alsoHereUntil(formatDay(endsAtMs));
  }
  if (comparison.phase === 'sending') return words.recordings.alsoHereComparing;
  if (comparison.phase !== 'waiting') return words.recordings.alsoHereUncompared;
  return `${words.recordings.alsoHere} ${words.recordings.because} ${whyUncompared(comparison.error.code)}`;
}

function whyUncompared(code: PhoneErrorCode): string {
  if (code === 'upload/refused') return words.recordings.copyDiffers;
  if (code === 'upload/not-accepted') return words.recordings.copyNotShown;
  return words.errors[code].sentence;
}

/** Where a recording is on its way to the store, in words. */
export function RecordingState({
  progress,
  localCopy,
  comparison = { phase: 'queued' },
}: Pick<RecordingItem, 'progress' | 'localCopy' | 'comparison'>) {
  const Icon = icons[progress.phase];
  return (
    <p className={styles.state} data-phase={progress.phase}>
      <Icon aria-hidden size={16} strokeWidth={2.25} />
      <span>
        {describeProgress(progress)}
        {progress.phase === 'stored' && localCopy !== null
          ? `${comma()}${describeCopy(localCopy, comparison)}`
          : null}
      </span>
    </p>
  );
}
