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
  const listed = new Map(stored.map((recording) => [recording.recordingId, recording]));
  const items = new Map<RecordingId, RecordingItem>();
  for (const item of local) {
    const known = listed.get(item.meta.recordingId);
    const isSettled = item.progress.phase === 'stored' || item.progress.phase === 'failed';
    items.set(item.meta.recordingId, isSettled && known !== undefined ? asListed(known, item) : item);
  }
  for (const [recordingId, recording] of listed) {
    if (!items.has(recordingId)) items.set(recordingId, asListed(recording, null));
  }
  return [...items.values()].toSorted(newestFirst);
}

/** What was made of a listed recording last, and of what this device knew of it. */
const made = new WeakMap<
  StoredRecording,
  { readonly local: RecordingItem | null; readonly item: RecordingItem }
>();

/** The same item for as long as nothing of it changes: whoever draws a list draws again what is another one. */
function asListed(recording: StoredRecording, local: RecordingItem | null): RecordingItem {
  const last = made.get(recording);
  if (last?.local === local) return last.item;
  const stored = toItem(recording);
  // The listing may be of the moment before the store had the encoded frames.
  const item = local === null ? stored : { ...local, ...stored, ...onlyHere(local) };
  made.set(recording, { local, item });
  return item;
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
