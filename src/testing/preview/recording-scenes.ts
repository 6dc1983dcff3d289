import type { RecordingItem, RecordingProgress } from '#core/recording/recording-item.ts';
import { asCallId, asRecordingId } from '#core/shared/ids.ts';
import type { UploadOverview } from '#core/upload/upload-overview.ts';
import { buildRecordingMeta } from '../recording-builders.ts';

const now = Date.now();
const minuteMs = 60_000;
/** Of which no end is in sight. */
export const longName =
  'Wolfeschlegelsteinhausenbergerdorff Konstantin-Maximilian von und zu Hohenlohe-Langenburg';

function item(
  id: number,
  progress: RecordingProgress,
  changes: Partial<RecordingItem['meta']> = {},
): RecordingItem {
  const durationMs = 47_000 + id * 61_500;
  return {
    meta: buildRecordingMeta({
      recordingId: asRecordingId(`r${id}`),
      callId: asCallId(`recorded-${id}`),
      startedAtMs: now - id * id * 97 * minuteMs,
      ...changes,
    }),
    progress,
    durationMs: progress.phase === 'recording' || progress.phase === 'failed' ? null : durationMs,
    bytes: progress.phase === 'recording' || progress.phase === 'failed' ? null : durationMs * 64,
    localCopy: progress.phase === 'stored' && id < 6 ? { endsAtMs: now + 7 * 24 * 60 * minuteMs } : null,
  };
}

/** One of each state. */
export const recordingItems = (): readonly RecordingItem[] => [
  item(0, { phase: 'recording' }, { startedAtMs: now - 12_000, remoteDisplayName: 'Bob Okonkwo' }),
  item(
    1,
    { phase: 'queued' },
    { direction: 'Outgoing', remoteUri: 'sip:echo@example.com', remoteDisplayName: null },
  ),
  item(2, { phase: 'sending', sentBytes: 42, totalBytes: 100 }, { remoteDisplayName: 'Carol Lindqvist' }),
  item(
    3,
    { phase: 'waiting', error: { code: 'upload/server-unreachable' }, retryAtMs: now + 12_000 },
    { remoteDisplayName: longName },
  ),
  item(4, { phase: 'waiting', error: { code: 'upload/server-full' }, retryAtMs: null }),
  item(5, { phase: 'stored', url: '/recordings/r5' }, { remoteDisplayName: 'שרה לוי' }),
  item(6, { phase: 'stored', url: '/recordings/r6' }, { direction: 'Outgoing' }),
  item(7, { phase: 'failed', error: { code: 'recording/storage-full' } }),
  item(
    14,
    { phase: 'stored', url: '/recordings/r14' },
    { remoteUri: 'sip:+4930123456@example.com', remoteDisplayName: null },
  ),
];

/** Under way. */
export const sendingTwoOfFive: UploadOverview = {
  recordings: 5,
  storedRecordings: 2,
  totalBytes: 120_000_000,
  sentBytes: 34_000_000,
  isPaused: false,
};
