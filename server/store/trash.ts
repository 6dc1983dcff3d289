import type { Logger } from '#core/shared/logger.ts';
import { trashMs } from '#core/recording/trash.ts';
import type { AudioBackend } from './backend.ts';
import { storedName } from './recording-id.ts';
import type { StoredPeaks } from './stored-peaks.ts';
import type { StoredEntry, StoredRecordings } from './stored-recordings.ts';

/** What people deleted: out of the list at once, and really gone a day later. */
export interface Trash {
  /** Rejects with the backend's error, and then nothing is deleted. */
  readonly put: (entry: StoredEntry) => Promise<void>;
  /** Rejects with the backend's error. */
  readonly restore: (entry: StoredEntry) => Promise<void>;
  /** Removes what has been in it for a day, bytes and all. Never rejects. */
  readonly sweep: () => Promise<void>;
}

export function createTrash(deps: {
  readonly recordings: StoredRecordings;
  readonly audio: Pick<AudioBackend, 'discard'>;
  readonly peaks: Pick<StoredPeaks, 'remove'>;
  readonly logger: Logger;
}): Trash {
  const { recordings, audio, peaks, logger } = deps;

  /** The sound, and the encoded frames where there are some. */
  const change = async ({ meta }: StoredEntry, deletedAtMs: number | null): Promise<void> => {
    for (const isSn3 of [true, false]) {
      const entry = recordings.find(storedName(meta.recordingId, isSn3));
      if (entry !== null) await recordings.change(entry, { deletedAtMs });
    }
  };

  const remove = async (entry: StoredEntry): Promise<void> => {
    if (entry.codecs === null) await peaks.remove(entry.meta.recordingId);
    await audio.discard(entry.uploadId);
    // Last: what was cut short is finished by the next sweep.
    await recordings.forget(entry);
  };

  return {
    put: (entry) => change(entry, Date.now()),
    restore: (entry) => change(entry, null),
    async sweep() {
      for (const entry of recordings.listDeleted()) {
        if (Date.now() - (entry.deletedAtMs ?? Infinity) < trashMs) continue;
        try {
          await remove(entry);
          logger.info('A recording that was deleted is gone.', { recordingId: entry.meta.recordingId });
        } catch (error) {
          logger.warn('A deleted recording could not be removed.', { error: String(error) });
        }
      }
    },
  };
}
