import { toPhoneErrorDetail } from '../errors/phone-error.ts';
import type { RecordingId } from '../shared/ids.ts';
import type { RecordingsState } from '../softphone-types.ts';
import type { Connectivity } from '../upload/connectivity-port.ts';
import type { StoredRecording, StoredRecordingsPort } from '../upload/stored-recording.ts';

/** What the store has, as far as this page knows. */
export interface StoreList {
  /** As it was read last, with what this page has changed since. */
  readonly recordings: () => readonly StoredRecording[];
  readonly has: (recordingId: RecordingId) => boolean;
  /** One reading at a time: for whoever asks during one, another follows. Resolves after the last. Never rejects. */
  readonly read: () => Promise<void>;
  readonly takeAway: (recordingId: RecordingId) => void;
  readonly change: (recordingId: RecordingId, changes: Pick<StoredRecording, 'notes'>) => void;
}

type ListState = Pick<RecordingsState, 'listing'> & Partial<Pick<RecordingsState, 'listError'>>;

/**
 * Nothing is known before it is read. `tell` is called when a reading begins, and when it has ended. What could not be read is
 * read again once there is a network.
 */
export function createStoreList(
  list: StoredRecordingsPort['list'],
  connectivity: Connectivity,
  tell: (state: ListState) => void,
): StoreList {
  let recordings: readonly StoredRecording[] = [];
  let listing: ListState['listing'] = 'never-read';
  let reading: Promise<void> | null = null;
  let isAskedAgain = false;
  let hasFailed = false;
  /** Since the reading under way began, which may have been answered before. */
  const takenAway = new Set<RecordingId>();

  const readOnce = async (): Promise<void> => {
    takenAway.clear();
    tell({ listing: 'reading' });
    try {
      const read = await list();
      recordings = read.filter(({ recordingId }) => !takenAway.has(recordingId));
      listing = 'read';
      hasFailed = false;
      tell({ listing, listError: null });
    } catch (error) {
      hasFailed = true;
      tell({ listing, listError: toPhoneErrorDetail(error) });
    }
  };
  const readAll = async (): Promise<void> => {
    do {
      isAskedAgain = false;
      await readOnce();
    } while (isAskedAgain);
    reading = null;
  };
  const read = (): Promise<void> => {
    isAskedAgain = true;
    reading ??= readAll();
    return reading;
  };
  connectivity.subscribe(() => {
    if (hasFailed && connectivity.isOnline()) void read();
  });

  return {
    recordings: () => recordings,
    has: (recordingId) => recordings.some((known) => known.recordingId === recordingId),
    read,
    takeAway(recordingId) {
      takenAway.add(recordingId);
      recordings = recordings.filter((known) => known.recordingId !== recordingId);
    },
    change(recordingId, changes) {
      recordings = recordings.map((known) =>
        known.recordingId === recordingId ? { ...known, ...changes } : known,
      );
      // It may be answered with what was there before.
      if (reading !== null) isAskedAgain = true;
    },
  };
}
