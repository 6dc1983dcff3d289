import type { RecordingItem, RecordingProgress } from '#core/recording/recording-item.ts';
import { asCallId, asRecordingId } from '#core/shared/ids.ts';
import type { UploadOverview } from '#core/upload/upload-overview.ts';
import { noRecordings } from '#core/softphone-types.ts';
import type { FakeSoftphone } from '../fake-softphone.ts';
import { buildRecordingMeta } from '../recording-builders.ts';
import { parties } from './parties.ts';

const now = Date.now();
const minuteMs = 60_000;

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

const recordingItems = (): readonly RecordingItem[] => [
  item(0, { phase: 'recording' }, { ...parties.bob, startedAtMs: now - 12_000 }),
  item(
    1,
    { phase: 'queued' },
    { direction: 'Outgoing', remoteUri: 'sip:echo@example.com', remoteDisplayName: null },
  ),
  item(2, { phase: 'sending', sentBytes: 42, totalBytes: 100 }, parties.carol),
  item(
    3,
    { phase: 'waiting', error: { code: 'upload/server-unreachable' }, retryAtMs: now + 12_000 },
    parties.konstantin,
  ),
  item(4, { phase: 'waiting', error: { code: 'upload/server-full' }, retryAtMs: null }),
  item(5, { phase: 'stored', url: '/recordings/r5' }, parties.sara),
  item(6, { phase: 'stored', url: '/recordings/r6' }, { direction: 'Outgoing' }),
  item(7, { phase: 'failed', error: { code: 'recording/storage-full' } }),
  item(
    14,
    { phase: 'stored', url: '/recordings/r14' },
    { remoteUri: 'sip:+4930123456@example.com', remoteDisplayName: null },
  ),
];

/** One of many, with all that a store allows. */
const libraryItem = (id: number): RecordingItem => ({
  ...item(
    id,
    { phase: 'stored', url: `/recordings/r${id}` },
    {
      startedAtMs: now - (id + 1) * 97 * minuteMs,
      direction: id % 3 === 0 ? 'Outgoing' : 'Incoming',
      ...[parties.bob, parties.carol, parties.konstantin, parties.sara][id % 4],
      localUri: id % 5 === 0 ? 'sip:desk@example.org' : 'sip:alice@example.com',
      marks: [
        { kind: 'hold', atMs: 8_000, durationMs: 9_000 },
        { kind: 'mute', atMs: 12_000, durationMs: 14_000 },
        { kind: 'transfer', atMs: 40_000, durationMs: null },
      ],
    },
  ),
  allows: ['peaks', 'notes', 'delete'],
  notes: id === 0 ? 'Two boxes of delivery 4711 are missing.' : '',
});

const sendingTwoOfFive: UploadOverview = {
  recordings: 5,
  storedRecordings: 2,
  totalBytes: 120_000_000,
  sentBytes: 34_000_000,
  isPaused: false,
};

/** The page of the recordings in its states. */
export const recordingScenes: Readonly<Record<string, (phone: FakeSoftphone) => void>> = {
  recordings: (phone) =>
    phone.recordings.setState({
      ...noRecordings,
      items: recordingItems(),
      listing: 'read',
      uploads: sendingTwoOfFive,
    }),
  'recordings-many': (phone) =>
    phone.recordings.setState((before) => ({
      ...before,
      listing: 'read',
      items: Array.from({ length: 1000 }, (_, index) => libraryItem(index)),
    })),
  'recordings-player': (phone) =>
    phone.recordings.setState((before) => ({
      ...before,
      listing: 'read',
      items: Array.from({ length: 8 }, (_, index) => libraryItem(index)),
    })),
  recovered: (phone) =>
    phone.recordings.setState((state) => ({ ...state, recovered: new Set([asRecordingId('recovered')]) })),
  'recordings-empty'() {},
  'recordings-loading': (phone) =>
    phone.recordings.setState({
      ...noRecordings,
      items: [],
      listing: 'reading',
      uploads: null,
    }),
  'recordings-error': (phone) =>
    phone.recordings.setState({
      ...noRecordings,
      items: recordingItems().slice(1, 3),
      listError: { code: 'upload/server-unreachable', details: 'GET /recordings: failed to fetch' },
      listing: 'read',
      uploads: { ...sendingTwoOfFive, isPaused: true },
    }),
};
