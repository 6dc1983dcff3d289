import { PhoneError, type PhoneErrorDetail, toPhoneErrorDetail } from '../errors/phone-error.ts';
import type { RecordingId } from '../shared/ids.ts';
import { createSerialQueue } from '../shared/serial-queue.ts';
import type { StoredActions } from '../upload/stored-recording.ts';
import { cleanNotes } from './notes.ts';
import type { Peaks } from './peaks.ts';
import type { RecorderPort } from './recorder-port.ts';
import type { RecordingItem } from './recording-item.ts';
import type { RecordingFile } from './recording-meta.ts';

/** What the person does with a recording, wherever it is. Everything rejects with a PhoneError. */
export interface RecordingEdits {
  /**
   * Deletes a recording where it is: in the store where that allows it, else on this device. It can be brought back until
   * the next is deleted or the page is closed. Ignored while it is recorded, and where it cannot be deleted.
   */
  readonly deleteRecordings: (recordingIds: readonly RecordingId[]) => Promise<void>;
  /** Brings back what was deleted last. What of it could not be brought back can still be. */
  readonly undoDelete: () => Promise<void>;
  /** The person does not want it back. */
  readonly forgetDeleted: () => void;
  /** Keeps what the person wrote about a recording, where that is. */
  readonly setNotes: (recordingId: RecordingId, notes: string) => Promise<void>;
  /** How loud a recording is, from this device or from the store. */
  readonly readPeaks: (recordingId: RecordingId) => Promise<Peaks>;
  /** Whether the store has a file, by its URL. Rejects with what keeps it from being fetched: with `recording/file-gone` where it has none. */
  readonly probeStored: (url: string) => Promise<void>;
  /** Why a recording cannot be played: null when its file is there all the same. Never rejects. */
  readonly whyNotPlayable: (recordingId: RecordingId) => Promise<PhoneErrorDetail | null>;
}

/** What they are made of. */
export interface RecordingEditsDeps {
  readonly recorder: Pick<
    RecorderPort,
    'deleteLocal' | 'keepNotes' | 'openLocal' | 'readPeaks' | 'restoreLocal' | 'trashLocal'
  >;
  readonly actions: StoredActions | null;
  readonly sendNotes: StoredActions['setNotes'];
  readonly find: (recordingId: RecordingId) => RecordingItem | undefined;
  /** Ends what is done with a recording of this device, and what the store has of it. */
  readonly stopUpload: (recordingId: RecordingId) => Promise<void>;
  /** What was stopped cannot be deleted: it is to be sent after all. */
  readonly resumeUpload: (recordingId: RecordingId, why: PhoneErrorDetail) => void;
  readonly takeAway: (recordingId: RecordingId) => void;
  readonly change: (recordingId: RecordingId, changes: Pick<RecordingItem, 'notes' | 'notesRefused'>) => void;
  /** The store has all of a recording now: its copy need not stay for the notes. */
  readonly letCopyGo: (recordingId: RecordingId, url: string) => Promise<void>;
  /** A file of this device is there again. */
  readonly putBack: (file: RecordingFile) => void;
  readonly readList: () => Promise<void>;
  readonly getDeleted: () => readonly RecordingItem[];
  readonly setDeleted: (items: readonly RecordingItem[]) => void;
}

/** Whether there is something to be deleted that the person may delete. */
export const canDelete = ({ progress, allows = [] }: RecordingItem): boolean =>
  progress.phase === 'stored'
    ? allows.includes('delete')
    : progress.phase !== 'recording' && progress.phase !== 'failed';

/** Whether notes can be written where the recording is, and go with it. */
export const canTakeNotes = ({ progress, allows }: RecordingItem): boolean =>
  progress.phase === 'stored'
    ? (allows ?? []).includes('notes')
    : progress.phase !== 'recording' && progress.phase !== 'failed' && (allows?.includes('notes') ?? true);

/** Why a file cannot be had: one that this device does not find is gone. */
export function toFileError(thrown: unknown): PhoneErrorDetail {
  const detail = toPhoneErrorDetail(thrown);
  return detail.code === 'recording/storage-failed' ? { ...detail, code: 'recording/file-gone' } : detail;
}

export function createRecordingEdits(deps: RecordingEditsDeps): RecordingEdits {
  const { recorder, actions, find, change } = deps;

  const remove = async ({ meta: { recordingId }, progress }: RecordingItem): Promise<void> => {
    if (progress.phase === 'stored') {
      await actions?.remove(progress.url);
    } else {
      await deps.stopUpload(recordingId);
      try {
        await recorder.trashLocal(recordingId);
      } catch (error) {
        deps.resumeUpload(recordingId, toPhoneErrorDetail(error));
        throw error;
      }
    }
  };

  const restore = async ({ meta: { recordingId }, progress }: RecordingItem): Promise<void> => {
    if (progress.phase === 'stored') await actions?.restore(progress.url);
    else deps.putBack(await recorder.restoreLocal(recordingId));
  };

  /** Nobody else brings these back, or gives them up, from now on. */
  const takeDeleted = (): readonly RecordingItem[] => {
    const items = deps.getDeleted();
    deps.setDeleted([]);
    return items;
  };

  /** What this device holds for nobody. The next page would remove it, too. */
  const giveUp = (): void => {
    for (const { meta, progress } of takeDeleted()) {
      if (progress.phase !== 'stored') void recorder.deleteLocal(meta.recordingId).catch(() => undefined);
    }
  };

  const inOrder = createSerialQueue();

  const deleteAll = async (recordingIds: readonly RecordingId[]): Promise<void> => {
    const deleted: RecordingItem[] = [];
    try {
      for (const recordingId of recordingIds) {
        const item = find(recordingId);
        if (item === undefined || !canDelete(item)) continue;
        await remove(item);
        deleted.push(item);
        try {
          // The store brings it back, also where this device does not let go of its copy.
          const isCopy = item.progress.phase === 'stored' && item.localCopy !== null;
          if (isCopy) await recorder.deleteLocal(recordingId);
        } finally {
          deps.takeAway(recordingId);
        }
      }
    } finally {
      // What was deleted at the same time comes back with it.
      if (deleted.length > 0) deps.setDeleted([...deps.getDeleted(), ...deleted]);
    }
  };

  /** Tries each, and gives why each that is still deleted is. */
  const restoreAll = async (items: readonly RecordingItem[]): Promise<readonly unknown[]> => {
    const failed: RecordingItem[] = [];
    const errors: unknown[] = [];
    for (const item of items) {
      try {
        await restore(item);
      } catch (error) {
        failed.push(item);
        errors.push(error);
      }
    }
    if (failed.length > 0) deps.setDeleted([...failed, ...deps.getDeleted()]);
    return errors;
  };

  const keepBesideCopy = async (recordingId: RecordingId, notes: string): Promise<void> => {
    try {
      await recorder.keepNotes(recordingId, notes);
    } catch (error) {
      // The store has it, and takes them itself.
      if (find(recordingId)?.progress.phase !== 'stored') throw error;
    }
  };

  return {
    deleteRecordings(recordingIds) {
      giveUp();
      return inOrder(() => deleteAll(recordingIds));
    },
    async undoDelete() {
      const items = takeDeleted();
      const [error] = await inOrder(() => restoreAll(items));
      if (items.some(({ progress }) => progress.phase === 'stored')) await deps.readList();
      if (error !== undefined) throw error;
    },
    forgetDeleted: giveUp,
    async setNotes(recordingId, notes) {
      const item = find(recordingId);
      if (item === undefined || !canTakeNotes(item)) throw new PhoneError({ code: 'recording/file-gone' });
      const cleaned = cleanNotes(notes);
      if (item.localCopy !== null) await keepBesideCopy(recordingId, cleaned);
      // It may have arrived at the store meanwhile.
      const { progress, notesRefused = false } = find(recordingId) ?? item;
      if (progress.phase !== 'stored' || notesRefused) change(recordingId, { notes: cleaned });
      if (progress.phase !== 'stored') return;
      await deps.sendNotes(progress.url, cleaned);
      change(recordingId, { notes: cleaned, notesRefused: false });
      if (notesRefused) await deps.letCopyGo(recordingId, progress.url);
    },
    readPeaks(recordingId) {
      const item = find(recordingId);
      if (item?.progress.phase === 'stored' && item.localCopy === null && actions !== null) {
        return actions.readPeaks(item.progress.url);
      }
      return recorder.readPeaks(recordingId);
    },
    probeStored: async (url) => actions?.probe(url),
    async whyNotPlayable(recordingId) {
      const item = find(recordingId);
      try {
        if (item?.progress.phase === 'stored') await actions?.probe(item.progress.url);
        else (await recorder.openLocal(recordingId)).release();
        return null;
      } catch (error) {
        return toFileError(error);
      }
    },
  };
}
