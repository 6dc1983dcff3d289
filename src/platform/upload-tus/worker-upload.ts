import { PhoneError } from '#core/errors/phone-error.ts';
import type { RecordingMeta } from '#core/recording/recording-meta.ts';
import type { RecordingId } from '#core/shared/ids.ts';
import type { UploadPort, UploadProgress } from '#core/upload/upload-port.ts';
import { bearerHeaders } from './bearer-headers.ts';
import type { UploadReply, UploadRequest } from './upload-messages.ts';

/** What a deployment says of its store, and how a worker is started. */
export interface WorkerUploadDeps {
  /** Where uploads are created; relative to the page or absolute. */
  readonly uploadUrl: string;
  /** The store's listing, below which each stored file has its id as its name; relative to the page or absolute. */
  readonly listUrl: string;
  /** Shown to the store as a bearer token; null where it wants none. */
  readonly token: string | null;
  /** The URL of the upload that was begun for a recording, or null. */
  readonly readUploadUrl: (recordingId: RecordingId) => Promise<string | null>;
  /** Starts the upload worker (`src/workers/upload.worker.ts`). */
  readonly spawnWorker: () => Worker;
}

/**
 * Uploads in a worker of its own, one per attempt: neither the page nor the worker that writes recordings waits for it,
 * and whatever goes wrong in it ends with it.
 */
export function createWorkerUpload({
  uploadUrl,
  listUrl,
  token,
  readUploadUrl,
  spawnWorker,
}: WorkerUploadDeps): UploadPort {
  const absolute = (url: string): string => new URL(url, self.location.href).href;

  const attempts = new Map<RecordingId, (reason: PhoneError) => void>();

  const attempt = async (
    meta: RecordingMeta,
    part: UploadRequest['part'],
    onProgress: (progress: UploadProgress) => void,
  ): Promise<void> => {
    const { recordingId } = meta;
    const worker = spawnWorker();
    try {
      await new Promise<void>((resolve, reject) => {
        attempts.set(recordingId, reject);
        worker.addEventListener('message', ({ data: reply }: MessageEvent<UploadReply>) => {
          if (reply.kind === 'progressed') onProgress(reply.progress);
          else if (reply.kind === 'sent') resolve();
          else reject(new PhoneError(reply.error));
        });
        worker.addEventListener('error', (event) => {
          reject(new PhoneError({ code: 'upload/server-unreachable', details: event.message }));
        });
        const request: UploadRequest = { endpoint: absolute(uploadUrl), token, meta, part };
        worker.postMessage(request);
      });
    } finally {
      attempts.delete(recordingId);
      worker.terminate();
    }
  };

  return {
    cancel(recordingId) {
      attempts.get(recordingId)?.(new PhoneError({ code: 'upload/cancelled' }));
    },
    async discard(recordingId) {
      const url = await readUploadUrl(recordingId).catch(() => null);
      if (url === null) return;
      const headers = { 'tus-resumable': '1.0.0', ...bearerHeaders(token) };
      // A store that does not hear of it forgets the upload by itself one day.
      fetch(url, { method: 'DELETE', headers }).catch(() => undefined);
    },
    sendAhead: (meta) => attempt(meta, 'so-far', () => undefined),
    async upload({ meta, byteLength }, onProgress) {
      const { recordingId } = meta;
      await attempt(meta, 'whole', onProgress);
      const url = `${absolute(listUrl)}/${recordingId}`;
      return { url, objectKey: recordingId, bytes: byteLength };
    },
  };
}
