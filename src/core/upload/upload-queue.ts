import { PhoneError, toPhoneErrorDetail } from '../errors/phone-error.ts';
import type { RecordingProgress } from '../recording/recording-item.ts';
import type { RecordingFile } from '../recording/recording-meta.ts';
import type { Clock } from '../shared/clock.ts';
import type { RecordingId } from '../shared/ids.ts';
import { uploadRetryDelayMs } from './retry-policy.ts';
import type { UploadedRecording, UploadPort } from './upload-port.ts';

/** Brings files to the store, one at a time, until each is there. */
export interface UploadQueue {
  /**
   * Takes a file; adding it again changes nothing. Resolves when the store has it, however long that takes. Rejects with
   * `recording/storage-failed` when the file is gone from this device.
   */
  readonly add: (file: RecordingFile) => Promise<UploadedRecording>;
  /** Starts the next attempt of a waiting upload now. Ignored unless it waits. */
  readonly retry: (recordingId: RecordingId) => void;
}

/** What a queue needs, and whom it tells. */
export interface UploadQueueDeps {
  readonly upload: UploadPort;
  readonly clock: Clock;
  readonly onProgress: (recordingId: RecordingId, progress: RecordingProgress) => void;
}

interface Entry {
  readonly file: RecordingFile;
  readonly stored: Promise<UploadedRecording>;
  readonly resolve: (uploaded: UploadedRecording) => void;
  readonly reject: (error: PhoneError) => void;
  phase: 'queued' | 'sending' | 'waiting' | 'over';
  failures: number;
  /** The most that any attempt has sent. */
  sentBytes: number;
  cancelRetry: () => void;
}

/** Makes an empty queue. */
export function createUploadQueue({ upload, clock, onProgress }: UploadQueueDeps): UploadQueue {
  const entries = new Map<RecordingId, Entry>();
  let busy = false;

  const queue = (entry: Entry) => {
    entry.cancelRetry();
    entry.phase = 'queued';
    onProgress(entry.file.meta.recordingId, { phase: 'queued' });
    void sendNext();
  };

  const sendNext = async (): Promise<void> => {
    const next = [...entries.values()].find((entry) => entry.phase === 'queued');
    if (busy || next === undefined) return;
    busy = true;
    await send(next);
    busy = false;
    void sendNext();
  };

  const send = async (entry: Entry): Promise<void> => {
    const { recordingId } = entry.file.meta;
    entry.phase = 'sending';
    onProgress(recordingId, { phase: 'sending', sentBytes: 0, totalBytes: entry.file.byteLength });
    try {
      const uploaded = await upload.upload(entry.file, (progress) => {
        if (progress.sentBytes > entry.sentBytes) entry.failures = 0;
        entry.sentBytes = Math.max(entry.sentBytes, progress.sentBytes);
        onProgress(recordingId, { phase: 'sending', ...progress });
      });
      entry.phase = 'over';
      onProgress(recordingId, { phase: 'stored', url: uploaded.url });
      entry.resolve(uploaded);
    } catch (error) {
      fail(entry, error);
    }
  };

  const fail = (entry: Entry, thrown: unknown) => {
    const { recordingId } = entry.file.meta;
    const error = toPhoneErrorDetail(thrown);
    if (error.code === 'recording/storage-failed') {
      // Nothing is left to be sent. Whoever adds the recording again has found its file.
      entry.phase = 'over';
      entries.delete(recordingId);
      onProgress(recordingId, { phase: 'failed', error });
      entry.reject(new PhoneError(error, thrown));
      return;
    }
    entry.phase = 'waiting';
    entry.failures += 1;
    const delayMs = uploadRetryDelayMs(error.code, entry.failures);
    if (delayMs !== null) entry.cancelRetry = clock.setTimer(() => queue(entry), delayMs);
    const retryAtMs = delayMs === null ? null : clock.nowMs() + delayMs;
    onProgress(recordingId, { phase: 'waiting', error, retryAtMs });
  };

  return {
    add(file) {
      const known = entries.get(file.meta.recordingId);
      if (known !== undefined) return known.stored;
      const entry = createEntry(file);
      entries.set(file.meta.recordingId, entry);
      queue(entry);
      return entry.stored;
    },
    retry(recordingId) {
      const entry = entries.get(recordingId);
      if (entry?.phase === 'waiting') queue(entry);
    },
  };
}

function createEntry(file: RecordingFile): Entry {
  let resolve: Entry['resolve'] = () => undefined;
  let reject: Entry['reject'] = () => undefined;
  const stored = new Promise<UploadedRecording>((onStored, onGone) => {
    resolve = onStored;
    reject = onGone;
  });
  const nothing = () => undefined;
  return { file, stored, resolve, reject, phase: 'queued', failures: 0, sentBytes: 0, cancelRetry: nothing };
}
