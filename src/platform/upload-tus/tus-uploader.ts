import { Upload } from 'tus-js-client';
import { PhoneError } from '#core/errors/phone-error.ts';
import type { RecordingMeta } from '#core/recording/recording-meta.ts';
import type { RecordingId } from '#core/shared/ids.ts';
import type { UploadProgress } from '#core/upload/upload-port.ts';
import { toUploadMetadata, type UploadMetadata } from '#core/upload/upload-wire.ts';
import { bearerHeaders } from './bearer-headers.ts';
import { sha256OfFile } from './file-digest.ts';
import { answerOf, toUploadError } from './upload-error.ts';

/** What an uploader needs from outside. */
export interface TusUploaderDeps {
  /** Absolute URL at which uploads are created (tus 1.0 "Creation"). */
  readonly endpoint: string;
  /** Shown as a bearer token (RFC 6750); null where the server wants none. */
  readonly token: string | null;
  /** Keeps the URL of each upload that was begun. */
  readonly urls: {
    readonly read: (recordingId: RecordingId) => Promise<string | null>;
    readonly write: (recordingId: RecordingId, url: string) => Promise<void>;
  };
  /** An attempt in which no byte moves for so long is given up. */
  readonly stallTimeoutMs: number;
}

/** Sends files to a tus server. */
export interface TusUploader {
  /**
   * Sends the whole file, from where an earlier attempt ended; a new upload announces the file's SHA-256. Tries once. Rejects with `upload/server-unreachable`,
   * `upload/server-full`, `upload/token-refused` or `upload/refused`.
   */
  readonly upload: (
    meta: RecordingMeta,
    file: Blob,
    onProgress: (progress: UploadProgress) => void,
  ) => Promise<void>;
}

/** Bounds what a broken connection costs, and what a store must take at once. S3 wants parts of 5 MiB or more. */
const chunkBytes = 5 * 1024 * 1024;

/** Statuses with which a server says that it does not know an upload (any more). */
const goneStatuses = new Set([403, 404, 410]);

/** Makes an uploader for one tus server. */
export function createTusUploader({ endpoint, token, urls, stallTimeoutMs }: TusUploaderDeps): TusUploader {
  const send = (
    meta: RecordingMeta,
    file: Blob,
    target: { readonly endpoint: string; readonly metadata: UploadMetadata } | { readonly uploadUrl: string },
    onProgress: (progress: UploadProgress) => void,
  ): Promise<void> =>
    new Promise((resolve, reject) => {
      let stallTimer: ReturnType<typeof setTimeout>;
      const watch = () => {
        clearTimeout(stallTimer);
        stallTimer = setTimeout(() => {
          void upload.abort();
          const details = `No progress for ${String(stallTimeoutMs)} ms.`;
          reject(new PhoneError({ code: 'upload/server-unreachable', details }));
        }, stallTimeoutMs);
      };

      const upload = new Upload(file, {
        // Without an endpoint, an upload that cannot be resumed now is not begun again from byte 0.
        endpoint: null,
        ...target,
        headers: bearerHeaders(token),
        chunkSize: chunkBytes,
        // The queue above decides about retries.
        retryDelays: null,
        fingerprint: () => Promise.resolve(meta.recordingId),
        urlStorage: {
          findAllUploads: () => Promise.resolve([]),
          findUploadsByFingerprint: () => Promise.resolve([]),
          removeUpload: () => Promise.resolve(),
          // Awaited by tus-js-client before the first byte is sent, which would wait for ever if this rejected.
          async addUpload(fingerprint, { uploadUrl }) {
            await urls.write(meta.recordingId, uploadUrl ?? '').catch(() => undefined);
            return fingerprint;
          },
        },
        onProgress(sentBytes, totalBytes) {
          watch();
          onProgress({ sentBytes, totalBytes });
        },
        onSuccess() {
          clearTimeout(stallTimer);
          resolve();
        },
        onError(error) {
          clearTimeout(stallTimer);
          reject(error);
        },
      });
      watch();
      upload.start();
    });

  const attempt: TusUploader['upload'] = async (meta, file, onProgress) => {
    const begun = await urls.read(meta.recordingId).catch(() => null);
    if (begun !== null) {
      try {
        await send(meta, file, { uploadUrl: begun }, onProgress);
        return;
      } catch (error) {
        const answer = answerOf(error);
        if (answer?.method !== 'HEAD' || !goneStatuses.has(answer.status)) throw error;
      }
    }
    const metadata = { ...toUploadMetadata(meta), sha256: await sha256OfFile(file) };
    try {
      await send(meta, file, { endpoint, metadata }, onProgress);
    } catch (error) {
      const answer = answerOf(error);
      const created = await urls.read(meta.recordingId).catch(() => null);
      // The store led us to an upload that it has some of already: our own, whose answer we missed.
      if (answer?.method !== 'PATCH' || answer.status !== 409 || created === null) throw error;
      await send(meta, file, { uploadUrl: created }, onProgress);
    }
  };

  return {
    async upload(meta, file, onProgress) {
      try {
        await attempt(meta, file, onProgress);
      } catch (error) {
        throw toUploadError(error);
      }
    },
  };
}
