import { PhoneError, toPhoneErrorDetail, type PhoneErrorDetail } from '../errors/phone-error.ts';
import type { RecordingProgress } from '../recording/recording-item.ts';
import type { RecordingFile } from '../recording/recording-meta.ts';
import type { Clock } from '../shared/clock.ts';
import type { RecordingId } from '../shared/ids.ts';
import type { SerialQueue } from '../shared/serial-queue.ts';
import type { Connectivity } from './connectivity-port.ts';
import { offlineProbeMs, uploadRetryDelayMs } from './retry-policy.ts';
import { bytesToSend, createUploadEntry, type UploadEntry } from './upload-entry.ts';
import type { UploadOverview } from './upload-overview.ts';
import type { UploadedRecording, UploadPort, UploadProgress } from './upload-port.ts';

/** Brings files to the store, one at a time, until each is there. */
export interface UploadQueue {
  /**
   * Takes a file; adding one that is here already changes nothing. Resolves when the store has it, however long that
   * takes. Rejects with `recording/storage-failed` when the file is gone from this device.
   */
  readonly add: (file: RecordingFile) => Promise<UploadedRecording>;
  /**
   * Takes a file that the store has at `url`, and that nobody could compare there: that is tried again, as an upload is,
   * until it is equal; `hasFailed` when it was tried just now. It counts as stored: how it goes is told apart.
   * Comparing one that is here already changes nothing. Rejects as `add` does.
   */
  readonly compare: (file: RecordingFile, url: string, hasFailed: boolean) => Promise<UploadedRecording>;
  /** Starts the next attempt of a waiting upload now, also while the device says that it is offline. Ignored unless it waits. */
  readonly retry: (recordingId: RecordingId) => void;
  /** Ends the attempts of an upload, with `upload/cancelled`, until `retry`. Ignored for a file that is not here. */
  readonly cancel: (recordingId: RecordingId) => void;
  /** Forgets a file that is about to be deleted; whoever added it is told that it is gone. */
  readonly remove: (recordingId: RecordingId) => void;
}

/** What a queue needs, and whom it tells. */
export interface UploadQueueDeps {
  readonly upload: UploadPort;
  readonly clock: Clock;
  readonly connectivity: Connectivity;
  /** Shared by all pages of this origin: at any time one of them sends. */
  readonly turns: SerialQueue;
  readonly onProgress: (recordingId: RecordingId, progress: RecordingProgress) => void;
  /** How it goes to compare what the store has. */
  readonly onComparison: (recordingId: RecordingId, comparison: RecordingProgress) => void;
  /** Null when nothing is left to be sent. */
  readonly onOverview: (overview: UploadOverview | null) => void;
}

const cancelled: PhoneErrorDetail = { code: 'upload/cancelled' };
const noneYet = { recordings: 0, bytes: 0 };

/** Makes an empty queue. */
export function createUploadQueue(deps: UploadQueueDeps): UploadQueue {
  const { upload, clock, connectivity, turns, onProgress, onComparison, onOverview } = deps;
  const entries = new Map<RecordingId, UploadEntry>();
  let stored = noneYet;
  let isSending = false;
  let cancelProbe = (): void => undefined;

  const tellOverview = (): void => {
    const rest = [...entries.values()].filter(({ storedUrl }) => storedUrl === null);
    if (rest.length === 0) {
      stored = noneYet;
      onOverview(null);
      return;
    }
    onOverview({
      recordings: stored.recordings + rest.length,
      storedRecordings: stored.recordings,
      totalBytes: rest.reduce((sum, entry) => sum + bytesToSend(entry), stored.bytes),
      sentBytes: rest.reduce((sum, { sentBytes }) => sum + sentBytes, stored.bytes),
      isPaused: !connectivity.isOnline(),
    });
  };
  const tell = ({ file, storedUrl }: UploadEntry, progress: RecordingProgress): void => {
    const { recordingId } = file.meta;
    if (storedUrl !== null) {
      onComparison(recordingId, progress);
      return;
    }
    onProgress(recordingId, progress);
    tellOverview();
  };

  const queue = (entry: UploadEntry): void => {
    entry.cancelRetry();
    entry.phase = 'queued';
    tell(entry, { phase: 'queued' });
  };

  const next = (): UploadEntry | undefined =>
    [...entries.values()].find(
      ({ phase, isUrgent }) => phase === 'queued' && (isUrgent || connectivity.isOnline()),
    );

  /** What the device says of its network may be wrong: the first in the queue tries now and then. */
  const probeLater = (): void => {
    cancelProbe();
    const [waiting] = [...entries.values()].filter(({ phase }) => phase === 'queued');
    if (waiting === undefined || connectivity.isOnline()) return;
    cancelProbe = clock.setTimer(() => {
      waiting.isUrgent = true;
      void sendNext();
    }, offlineProbeMs);
  };

  const sendNext = async (): Promise<void> => {
    if (isSending) return;
    if (next() === undefined) {
      probeLater();
      return;
    }
    isSending = true;
    try {
      await turns(async () => {
        // Chosen only now: it may have been cancelled while another page was sending.
        const entry = next();
        if (entry !== undefined) await send(entry);
      });
    } catch {
      // The browser gave no turn: another one is asked for later.
      cancelProbe();
      cancelProbe = clock.setTimer(() => void sendNext(), offlineProbeMs);
      return;
    } finally {
      isSending = false;
    }
    void sendNext();
  };

  const follow =
    (entry: UploadEntry) =>
    (progress: UploadProgress): void => {
      if (!isHere(entry)) return;
      if (progress.sentBytes > entry.sentBytes) entry.failures = 0;
      entry.sentBytes = Math.max(entry.sentBytes, progress.sentBytes);
      tell(entry, { phase: 'sending', ...progress });
    };

  const send = async (entry: UploadEntry): Promise<void> => {
    entry.phase = 'sending';
    entry.isUrgent = false;
    tell(entry, { phase: 'sending', sentBytes: 0, totalBytes: bytesToSend(entry) });
    const { file, storedUrl } = entry;
    try {
      const uploaded = await (storedUrl === null
        ? upload.upload(file, follow(entry))
        : upload.compare(file, storedUrl));
      if (!isHere(entry)) return;
      drop(entry);
      if (storedUrl === null) {
        stored = { recordings: stored.recordings + 1, bytes: stored.bytes + bytesToSend(entry) };
      }
      tell(entry, { phase: 'stored', url: uploaded.url });
      entry.resolve(uploaded);
    } catch (error) {
      if (isHere(entry)) fail(entry, error);
    }
  };

  const isHere = (entry: UploadEntry): boolean => entries.get(entry.file.meta.recordingId) === entry;
  const drop = (entry: UploadEntry): void => {
    entry.cancelRetry();
    entries.delete(entry.file.meta.recordingId);
  };

  const fail = (entry: UploadEntry, thrown: unknown): void => {
    const error = toPhoneErrorDetail(thrown);
    if (error.code === 'recording/storage-failed') {
      // Nothing is left to be sent. Whoever adds the recording again has found its file.
      drop(entry);
      tell(entry, { phase: 'failed', error });
      entry.reject(new PhoneError(error, thrown));
      return;
    }
    entry.failures += 1;
    if (error.code === 'upload/server-unreachable' && !connectivity.isOnline()) queue(entry);
    else wait(entry, error);
  };

  const wait = (entry: UploadEntry, error: PhoneErrorDetail): void => {
    entry.cancelRetry();
    entry.phase = 'waiting';
    entry.waitsForNetwork = error.code === 'upload/server-unreachable';
    const delayMs = uploadRetryDelayMs(error.code, entry.failures);
    if (delayMs !== null) {
      entry.cancelRetry = clock.setTimer(() => {
        queue(entry);
        void sendNext();
      }, delayMs);
    }
    const retryAtMs = delayMs === null ? null : clock.nowMs() + delayMs;
    tell(entry, { phase: 'waiting', error, retryAtMs });
  };

  connectivity.subscribe(() => {
    cancelProbe();
    for (const entry of entries.values()) {
      if (entry.phase === 'waiting' && entry.waitsForNetwork) queue(entry);
    }
    tellOverview();
    void sendNext();
  });

  const forget = (entry: UploadEntry, details: string): void => {
    drop(entry);
    upload.cancel(entry.file.meta.recordingId);
    entry.reject(new PhoneError({ code: 'recording/storage-failed', details }));
  };

  const enter = (file: RecordingFile, storedUrl: string | null = null): UploadEntry => {
    const entry = createUploadEntry(file, storedUrl);
    entries.set(file.meta.recordingId, entry);
    return entry;
  };

  return {
    add(file) {
      const known = entries.get(file.meta.recordingId);
      if (known?.storedUrl === null) return known.stored;
      if (known !== undefined) forget(known, 'It is sent once more.');
      const entry = enter(file);
      queue(entry);
      void sendNext();
      return entry.stored;
    },
    compare(file, url, hasFailed) {
      const known = entries.get(file.meta.recordingId);
      if (known !== undefined) return known.stored;
      const entry = enter(file, url);
      if (hasFailed) fail(entry, new PhoneError({ code: 'upload/not-accepted' }));
      else queue(entry);
      void sendNext();
      return entry.stored;
    },
    retry(recordingId) {
      const entry = entries.get(recordingId);
      if (entry?.phase !== 'waiting') return;
      entry.isUrgent = true;
      queue(entry);
      void sendNext();
    },
    cancel(recordingId) {
      const entry = entries.get(recordingId);
      if (entry?.phase === 'sending') upload.cancel(recordingId);
      else if (entry !== undefined) wait(entry, cancelled);
    },
    remove(recordingId) {
      const entry = entries.get(recordingId);
      if (entry === undefined) return;
      forget(entry, 'The person deleted it.');
      tellOverview();
    },
  };
}
