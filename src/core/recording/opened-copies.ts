import type { RecordingId } from '../shared/ids.ts';
import type { OpenedRecording } from '../upload/stored-recording.ts';
import type { RecorderPort } from './recorder-port.ts';

/** Local copies that somebody plays or saves: what is being read is not to be deleted. */
export interface OpenedCopies {
  /** Rejects with `recording/storage-failed` when there is no such copy. */
  readonly open: (recordingId: RecordingId) => Promise<OpenedRecording>;
  readonly isOpen: (recordingId: RecordingId) => boolean;
}

/** None is open. `onReleased` is called whenever one is given back. */
export function createOpenedCopies(
  openLocal: RecorderPort['openLocal'],
  onReleased: () => void,
): OpenedCopies {
  const readers = new Map<symbol, RecordingId>();
  return {
    async open(recordingId) {
      const reader = Symbol(recordingId);
      readers.set(reader, recordingId);
      try {
        const opened = await openLocal(recordingId);
        return {
          url: opened.url,
          release() {
            if (!readers.delete(reader)) return;
            opened.release();
            onReleased();
          },
        };
      } catch (error) {
        readers.delete(reader);
        throw error;
      }
    },
    isOpen: (recordingId) => [...readers.values()].includes(recordingId),
  };
}
