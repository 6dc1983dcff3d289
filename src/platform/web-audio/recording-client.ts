import { PhoneError, type PhoneErrorDetail } from '#core/errors/phone-error.ts';
import type { RecordingListener } from '#core/recording/recorder-port.ts';
import type { Peaks } from '#core/recording/peaks.ts';
import type { RecordingMark } from '#core/recording/recording-mark.ts';
import type { RecordingMeta, StoreReceipt } from '#core/recording/recording-meta.ts';
import type { RecordingId } from '#core/shared/ids.ts';
import type { Logger } from '#core/shared/logger.ts';
import type { LocalRecording } from '#platform/storage/local-recordings.ts';
import type { RecordingReply, RecordingRequest } from '#workers/recording-messages.ts';

/** The recording worker as promises. Everything rejects with `recording/*`. */
export interface RecordingClient {
  /** `onFailure` is told once, if the recording can be written no longer before it is finished. */
  readonly begin: (
    meta: RecordingMeta,
    samples: MessagePort,
    listener: RecordingListener,
    frames: MessagePort | null,
  ) => Promise<void>;
  /** Adds to a recording under way. */
  readonly mark: (recordingId: RecordingId, mark: RecordingMark) => void;
  /** Null when the recording holds no sound. */
  readonly finish: (recordingId: RecordingId) => Promise<LocalRecording | null>;
  readonly list: () => Promise<readonly LocalRecording[]>;
  readonly open: (recordingId: RecordingId) => Promise<File>;
  readonly keepReceipt: (recordingId: RecordingId, receipt: StoreReceipt) => Promise<void>;
  readonly readPeaks: (recordingId: RecordingId) => Promise<Peaks>;
  readonly keepNotes: (recordingId: RecordingId, notes: string) => Promise<void>;
  readonly trash: (recordingId: RecordingId) => Promise<void>;
  readonly restore: (recordingId: RecordingId) => Promise<LocalRecording>;
  readonly remove: (recordingId: RecordingId) => Promise<void>;
}

/** What a request is answered with. */
interface Answer {
  readonly recordings: readonly LocalRecording[];
  readonly file: File | null;
  readonly peaks: Peaks | null;
}
const nothing: Answer = { recordings: [], file: null, peaks: null };
type WithoutId<Request> = Request extends unknown ? Omit<Request, 'requestId'> : never;

interface Pending {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: PhoneError) => void;
}

/** Starts the worker at the first request, and again at the next one after it crashed. */
export function createRecordingClient(spawnWorker: () => Worker, logger: Logger): RecordingClient {
  const pending = new Map<number, Pending>();
  const listeners = new Map<RecordingId, RecordingListener>();
  let worker: Worker | null = null;
  let lastRequestId = 0;

  const stop = (recordingId: RecordingId, error: PhoneErrorDetail) => {
    const listener = listeners.get(recordingId);
    listeners.delete(recordingId);
    listener?.onFailure(error);
  };

  const settle = (requestId: number, act: (request: Pending) => void) => {
    const request = pending.get(requestId);
    pending.delete(requestId);
    if (request !== undefined) act(request);
  };

  const onReply = (reply: RecordingReply) => {
    switch (reply.kind) {
      case 'done':
        settle(reply.requestId, (request) => request.resolve({ ...nothing, recordings: reply.recordings }));
        break;
      case 'opened':
        settle(reply.requestId, (request) => request.resolve({ ...nothing, file: reply.file }));
        break;
      case 'measured':
        settle(reply.requestId, (request) => request.resolve({ ...nothing, peaks: reply.peaks }));
        break;
      case 'refused':
        settle(reply.requestId, (request) => request.reject(new PhoneError(reply.error)));
        break;
      case 'stopped':
        stop(reply.recordingId, reply.error);
        break;
      case 'silence':
        listeners.get(reply.recordingId)?.onSilence(reply.channel, reply.silent);
        break;
      case 'samples':
        listeners.get(reply.recordingId)?.onSamples?.(reply.remote, reply.local);
        break;
      case 'warned':
        logger.warn(reply.message, reply.context);
    }
  };

  /** Its files are repaired by the worker that follows it. */
  const onCrash = (event: ErrorEvent) => {
    worker?.terminate();
    worker = null;
    const error: PhoneErrorDetail = { code: 'recording/storage-failed', details: event.message };
    logger.error('the recording worker crashed', { error: event.message });
    for (const recordingId of listeners.keys()) stop(recordingId, error);
    for (const requestId of pending.keys()) settle(requestId, ({ reject }) => reject(new PhoneError(error)));
  };

  const running = (): Worker => {
    if (worker !== null) return worker;
    worker = spawnWorker();
    worker.addEventListener('message', ({ data }: MessageEvent<RecordingReply>) => onReply(data));
    worker.addEventListener('error', onCrash);
    return worker;
  };

  const request = (body: WithoutId<RecordingRequest>, transfer: Transferable[] = []): Promise<Answer> =>
    new Promise((resolve, reject) => {
      lastRequestId += 1;
      pending.set(lastRequestId, { resolve, reject });
      running().postMessage({ ...body, requestId: lastRequestId } satisfies RecordingRequest, transfer);
    });

  return {
    async begin(meta, samples, listener, frames) {
      listeners.set(meta.recordingId, listener);
      try {
        const taps = listener.onSamples != null;
        const transfer = frames === null ? [samples] : [samples, frames];
        await request({ kind: 'begin', meta, samples, taps, frames }, transfer);
      } catch (error) {
        listeners.delete(meta.recordingId);
        throw error;
      }
    },
    mark(recordingId, mark) {
      request({ kind: 'mark', recordingId, mark }).catch((error: unknown) =>
        logger.warn('a mark could not be kept', { recordingId, error: String(error) }),
      );
    },
    async finish(recordingId) {
      try {
        const { recordings } = await request({ kind: 'finish', recordingId });
        return recordings[0] ?? null;
      } finally {
        // The last samples come before the answer.
        listeners.delete(recordingId);
      }
    },
    list: async () => (await request({ kind: 'list' })).recordings,
    async open(recordingId) {
      const { file } = await request({ kind: 'open', recordingId });
      if (file === null) throw new PhoneError({ code: 'recording/storage-failed' });
      return file;
    },
    async keepReceipt(recordingId, receipt) {
      await request({ kind: 'keep-receipt', recordingId, receipt });
    },
    async readPeaks(recordingId) {
      const { peaks } = await request({ kind: 'read-peaks', recordingId });
      if (peaks === null) throw new PhoneError({ code: 'recording/storage-failed' });
      return peaks;
    },
    async keepNotes(recordingId, notes) {
      await request({ kind: 'keep-notes', recordingId, notes });
    },
    async trash(recordingId) {
      await request({ kind: 'trash', recordingId });
    },
    async restore(recordingId) {
      const [recording] = (await request({ kind: 'restore', recordingId })).recordings;
      if (recording === undefined) throw new PhoneError({ code: 'recording/storage-failed' });
      return recording;
    },
    async remove(recordingId) {
      await request({ kind: 'remove', recordingId });
    },
  };
}
