import type { StoredRecording } from '../upload/stored-recording.ts';
import type { RecordingId } from '../shared/ids.ts';
import type { RecordingItem } from './recording-item.ts';

/**
 * This device's recordings and the store's as one list, newest first. A recording that is in both is shown as the store
 * has it, unless this device is still busy with it.
 */
export function mergeRecordings(
  local: Iterable<RecordingItem>,
  stored: readonly StoredRecording[],
): readonly RecordingItem[] {
  const items = new Map(stored.map((recording) => [recording.recordingId, toItem(recording)]));
  for (const item of local) {
    const { recordingId } = item.meta;
    const known = items.get(recordingId);
    const isSettled = item.progress.phase === 'stored' || item.progress.phase === 'failed';
    // The listing may be of the moment before the store had the encoded frames.
    items.set(
      recordingId,
      isSettled && known !== undefined ? { ...item, ...known, ...onlyHere(item) } : item,
    );
  }
  return [...items.values()].toSorted(newestFirst);
}

/** What of a stored recording this device knows and the store does not. */
const onlyHere = ({
  localCopy,
  comparison,
  notes = '',
  notesRefused,
}: RecordingItem): Partial<RecordingItem> => ({
  localCopy,
  ...(comparison === undefined ? {} : { comparison }),
  ...(localCopy !== null && notesRefused === true ? { notes } : { notesRefused: false }),
});

/** Forgets what the store has and this device has not any more, where the store's own list shows it. */
export function forgetStored(
  local: Map<RecordingId, RecordingItem>,
  isListed: (recordingId: RecordingId) => boolean,
): void {
  for (const [recordingId, { progress, localCopy }] of local) {
    if (progress.phase === 'stored' && localCopy === null && isListed(recordingId)) local.delete(recordingId);
  }
}

function newestFirst(a: RecordingItem, b: RecordingItem): number {
  if (a.meta.startedAtMs !== b.meta.startedAtMs) return b.meta.startedAtMs - a.meta.startedAtMs;
  return a.meta.recordingId < b.meta.recordingId ? -1 : 1;
}

const toItem = (recording: StoredRecording): RecordingItem => ({
  meta: recording,
  progress: { phase: 'stored', url: recording.url },
  durationMs: recording.durationMs,
  bytes: recording.bytes,
  localCopy: null,
  ...(recording.sn3 === undefined ? {} : { sn3: recording.sn3 }),
  ...(recording.notes === undefined ? {} : { notes: recording.notes }),
  ...(recording.allows === undefined ? {} : { allows: recording.allows }),
});
