import { PhoneError, type PhoneErrorCode } from '#core/errors/phone-error.ts';
import type { RecordingId } from '#core/shared/ids.ts';
import type { StoredActions, StoredRecording, StoredRecordingsPort } from '#core/upload/stored-recording.ts';
import type { UploadPort, UploadProgress } from '#core/upload/upload-port.ts';

/** A store in memory, with both of its ports. Every attempt waits until the test says how it ends. */
export interface FakeStore {
  readonly upload: UploadPort;
  readonly stored: StoredRecordingsPort;
  /** Those of `stored`. */
  readonly actions: StoredActions;
  /** Ids of all attempts at recordings under way, in order. */
  readonly ahead: readonly RecordingId[];
  /** Ids of all attempts to compare what is stored, in order. */
  readonly comparisons: readonly RecordingId[];
  /** Ids of all other attempts, in order. */
  readonly attempts: readonly RecordingId[];
  /** Ids of all uploads that were given up. */
  readonly discarded: readonly RecordingId[];
  /** Tells the running attempt's progress. */
  readonly progress: (progress: UploadProgress) => void;
  /** Ends the running attempt: the store has the file. It has compared the SHA-256, unless it is said not to have. */
  readonly accept: (isCompared?: boolean) => void;
  /** Ends the running attempt with a failure. */
  readonly fail: (code: PhoneErrorCode) => void;
  /** Takes a recording out of the listing. */
  readonly forget: (recordingId: RecordingId) => void;
  /** Makes the listing fail until it is called with null. */
  readonly failList: (code: PhoneErrorCode | null) => void;
}

interface Attempt {
  readonly recordingId: RecordingId;
  readonly onProgress: (progress: UploadProgress) => void;
  readonly accept: (isCompared: boolean) => void;
  readonly fail: (error: PhoneError) => void;
}

export function createFakeStore(initial: readonly StoredRecording[] = []): FakeStore {
  const recordings = [...initial];
  const attempts: RecordingId[] = [];
  const ahead: RecordingId[] = [];
  const comparisons: RecordingId[] = [];
  const discarded: RecordingId[] = [];
  let running: Attempt | null = null;
  let listError: PhoneErrorCode | null = null;

  const end = (): Attempt => {
    if (running === null) throw new Error('No upload is under way.');
    const attempt = running;
    running = null;
    return attempt;
  };

  const deleted: StoredRecording[] = [];
  const change = (url: string, to: (recording: StoredRecording) => StoredRecording[]): Promise<void> => {
    const index = recordings.findIndex((recording) => recording.url === url);
    const recording = recordings[index];
    if (recording === undefined) return Promise.reject(new PhoneError({ code: 'recording/file-gone' }));
    recordings.splice(index, 1, ...to(recording));
    return Promise.resolve();
  };

  const actions: StoredActions = {
    readPeaks: () =>
      Promise.resolve({ framesPerBucket: 320, remote: Uint8Array.of(0), local: Uint8Array.of(0) }),
    setNotes: (url, notes) => change(url, (recording) => [{ ...recording, notes }]),
    remove: (url) =>
      change(url, (recording) => {
        deleted.push(recording);
        return [];
      }),
    restore(url) {
      recordings.unshift(...deleted.filter((recording) => recording.url === url));
      return Promise.resolve();
    },
    probe: (url) => change(url, (recording) => [recording]),
  };

  return {
    actions,
    attempts,
    ahead,
    comparisons,
    discarded,
    upload: {
      sendAhead({ recordingId }) {
        if (running !== null) throw new Error('An upload is under way already.');
        ahead.push(recordingId);
        return new Promise((resolve, reject) => {
          running = { recordingId, onProgress: () => undefined, accept: () => resolve(), fail: reject };
        });
      },
      compare({ meta: { recordingId }, byteLength: bytes, sn3 }, url) {
        if (running !== null) throw new Error('An upload is under way already.');
        comparisons.push(recordingId);
        return new Promise((resolve, reject) => {
          const sn3Url = sn3 === null ? null : `${url}.sn3`;
          const accept = () => resolve({ url, objectKey: recordingId, bytes, sn3Url, isCompared: true });
          running = { recordingId, onProgress: () => undefined, accept, fail: reject };
        });
      },
      upload(file, onProgress) {
        if (running !== null) throw new Error('An upload is under way already.');
        const { recordingId } = file.meta;
        attempts.push(recordingId);
        return new Promise((resolve, reject) => {
          const accept = (isCompared: boolean) => {
            const url = `https://store.example.com/recordings/${recordingId}`;
            const { byteLength: bytes, durationMs } = file;
            const allows = ['peaks', 'notes', 'delete'] as const;
            recordings.unshift({ ...file.meta, bytes, durationMs, sha256: null, storedAtMs: 1, url, allows });
            const sn3Url = file.sn3 === null ? null : `${url}.sn3`;
            resolve({ url, objectKey: recordingId, bytes, sn3Url, isCompared });
          };
          running = { recordingId, onProgress, accept, fail: reject };
        });
      },
      discard(recordingId) {
        discarded.push(recordingId);
        return Promise.resolve();
      },
      cancel(recordingId) {
        if (running?.recordingId === recordingId) end().fail(new PhoneError({ code: 'upload/cancelled' }));
      },
    },
    stored: {
      open: null,
      actions,
      list: () =>
        listError === null
          ? Promise.resolve([...recordings])
          : Promise.reject(new PhoneError({ code: listError })),
    },
    progress: (progress) => running?.onProgress(progress),
    accept: (isCompared = true) => end().accept(isCompared),
    fail: (code) => end().fail(new PhoneError({ code })),
    forget(recordingId) {
      recordings.splice(
        recordings.findIndex((recording) => recording.recordingId === recordingId),
        1,
      );
    },
    failList(code) {
      listError = code;
    },
  };
}
