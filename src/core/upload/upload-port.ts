import type { RecordingFile, RecordingMeta } from '../recording/recording-meta.ts';
import type { RecordingId } from '../shared/ids.ts';

/** How far an upload is. */
export interface UploadProgress {
  readonly sentBytes: number;
  readonly totalBytes: number;
}

/** Where a stored recording can be fetched from, as whoever stored it says. */
export interface UploadedRecording {
  readonly url: string;
  readonly objectKey: string;
  readonly bytes: number;
  /** Where its encoded frames can be fetched from; null where it has none. */
  readonly sn3Url: string | null;
  /** Whether the SHA-256 of all that is stored was compared with that of what is here: before that no copy may go. */
  readonly isCompared: boolean;
}

/** Brings finished recordings to the store. */
export interface UploadPort {
  /**
   * Sends the whole file, and its encoded frames where it has them, resuming an upload of the same recording where one was begun. Tries once: whoever calls
   * decides about retries. Rejects with `upload/server-unreachable`, `upload/server-full`, `upload/token-refused`, `upload/not-accepted` or `upload/refused`, and
   * with `recording/storage-failed` when the file is gone from this device.
   */
  readonly upload: (
    file: RecordingFile,
    onProgress: (progress: UploadProgress) => void,
  ) => Promise<UploadedRecording>;
  /**
   * Sends what there is of a recording under way, from where an earlier attempt ended, and leaves the upload open: `upload`
   * goes on with it. Tries once, and rejects as `upload` does.
   */
  readonly sendAhead: (meta: RecordingMeta) => Promise<void>;
  /**
   * Compares what the store has of a recording, at the `url` that it gave, with what is here, where nobody could when it was
   * stored. Begins no upload. Tries once. Resolves when both are equal. Rejects with `upload/not-accepted` when the store
   * does not let it be compared, with `upload/refused` when it has something else, and otherwise as `upload` does.
   */
  readonly compare: (file: RecordingFile, url: string) => Promise<UploadedRecording>;
  /** Ends the attempt of a recording, which rejects with `upload/cancelled`. What was sent is not sent again. Ignored when there is none. */
  readonly cancel: (recordingId: RecordingId) => void;
  /**
   * Asks the store to throw away what it has of an unfinished upload; to be called while the recording is still on this
   * device. Resolves when the store has been asked, not when it has answered. Never rejects.
   */
  readonly discard: (recordingId: RecordingId) => Promise<void>;
}
