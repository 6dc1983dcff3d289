import { Upload, type HttpResponse } from 'tus-js-client';
import { PhoneError } from '#core/errors/phone-error.ts';
import type { RecordingMeta } from '#core/recording/recording-meta.ts';
import type { RecordingId } from '#core/shared/ids.ts';
import type { UploadMetadata } from '#core/upload/upload-wire.ts';
import { bearerHeaders } from './bearer-headers.ts';
import { sha256OfHeader } from './file-digest.ts';

/** What an uploader needs from outside. */
export interface TusDeps {
  /** Absolute URL at which uploads are created (tus 1.0 "Creation"). */
  readonly endpoint: string;
  /** Shown as a bearer token (RFC 6750); null where the server wants none. */
  readonly token: string | null;
  /** Keeps the URL of each upload that was begun. */
  readonly urls: {
    readonly read: (recordingId: RecordingId) => Promise<string | null>;
    readonly write: (recordingId: RecordingId, url: string) => Promise<void>;
  };
  /** What an upload is announced with, beside the SHA-256. As a recording's sound when it is missing. */
  readonly describe?: (meta: RecordingMeta) => UploadMetadata;
  /** An attempt in which no byte moves for so long is given up. */
  readonly stallTimeoutMs: number;
}

/** A new upload, or one that is gone on with. */
export type TusTarget =
  | { readonly endpoint: string; readonly metadata: UploadMetadata }
  | { readonly uploadUrl: string };

/** What a server says of an upload that is gone on with. */
export interface FoundUpload {
  readonly offset: number;
  /** It has not been told the length. */
  readonly isOpen: boolean;
}

/** What a server says when it has everything. */
export interface TusOutcome {
  /** Of the upload, absolute. */
  readonly url: string;
  /** SHA-256 in lower-case hex of what it has; null where it does not say. */
  readonly sha256: string | null;
  /** Where that is from now on, absolute; null where it does not say. */
  readonly contentUrl: string | null;
}

/** What is sent, and where. */
export interface TusSending {
  readonly recordingId: RecordingId;
  readonly target: TusTarget;
  readonly file: Blob | GrowingFile;
  /** Bytes that the server has, or is being sent. */
  readonly onProgress: (sentBytes: number) => void;
  /** Brings what is to be said of an upload once more, with every request that follows. What it throws ends the attempt. */
  readonly onFound?: (found: FoundUpload) => Promise<UploadMetadata | null>;
}

/** What there is of a file that is being written. Its upload is left open. */
export interface GrowingFile {
  readonly byteLength: number;
  /** Bytes `[start, end)`. */
  readonly read: (start: number, end: number) => Promise<Blob>;
}

/** Bounds what a broken connection costs, and what a store must take at once. S3 wants parts of 5 MiB or more. */
const chunkBytes = 5 * 1024 * 1024;

/** Sends once, and rejects with whatever tus-js-client or `onFound` said. */
export function sendWithTus(deps: TusDeps, sending: TusSending): Promise<TusOutcome> {
  const { urls, token, stallTimeoutMs } = deps;
  const { recordingId, target, file, onProgress, onFound } = sending;
  const growing = file instanceof Blob ? null : file;
  return new Promise((resolve, reject) => {
    let stallTimer: ReturnType<typeof setTimeout>;
    const watch = () => {
      clearTimeout(stallTimer);
      stallTimer = setTimeout(() => {
        void upload.abort();
        const details = `No progress for ${String(stallTimeoutMs)} ms.`;
        reject(new PhoneError({ code: 'upload/server-unreachable', details }));
      }, stallTimeoutMs);
    };
    let lastAnswer: HttpResponse | null = null;
    const done = () => {
      clearTimeout(stallTimer);
      resolve(toOutcome(upload.url ?? '', lastAnswer));
    };
    let said: UploadMetadata | null = null;

    /** All that there is of a growing file has been sent: nothing more is asked of it now. */
    const stopAtEnd = (offset: number) => {
      if (growing === null || offset < growing.byteLength) return;
      void upload.abort();
      done();
    };

    const upload = new Upload(growing === null ? (file as Blob) : new Blob(), {
      // Without an endpoint, an upload that cannot be resumed now is not begun again from byte 0.
      endpoint: null,
      ...target,
      ...(growing === null ? {} : { uploadLengthDeferred: true, fileReader: readerOf(growing) }),
      headers: bearerHeaders(token),
      chunkSize: chunkBytes,
      // Whoever asked decides about retries.
      retryDelays: null,
      fingerprint: () => Promise.resolve(recordingId),
      urlStorage: {
        findAllUploads: () => Promise.resolve([]),
        findUploadsByFingerprint: () => Promise.resolve([]),
        removeUpload: () => Promise.resolve(),
        // Awaited by tus-js-client before the first byte is sent, which would wait for ever if this rejected.
        async addUpload(fingerprint, { uploadUrl }) {
          await urls.write(recordingId, uploadUrl ?? '').catch(() => undefined);
          return fingerprint;
        },
      },
      onBeforeRequest(request) {
        if (said !== null && request.getMethod() === 'PATCH') {
          request.setHeader('Upload-Metadata', encodeUploadMetadata(said));
        }
      },
      async onAfterResponse(request, response) {
        lastAnswer = response;
        if (request.getMethod() !== 'HEAD' || response.getStatus() >= 300) return;
        const offset = Number(response.getHeader('Upload-Offset'));
        const isOpen = response.getHeader('Upload-Defer-Length') === '1';
        said = (await onFound?.({ offset, isOpen })) ?? null;
        // tus-js-client then tells the length with the last bytes.
        if (isOpen) upload.options.uploadLengthDeferred = true;
        stopAtEnd(offset);
      },
      onProgress(sentBytes) {
        watch();
        onProgress(sentBytes);
      },
      onChunkComplete: (_bytes, offset) => stopAtEnd(offset),
      onSuccess: done,
      onError(error) {
        clearTimeout(stallTimer);
        reject(error);
      },
    });
    watch();
    upload.start();
  });
}

function toOutcome(url: string, answer: HttpResponse | null): TusOutcome {
  const location = answer?.getHeader('Content-Location') ?? '';
  const { protocol, href } = URL.canParse(location, url)
    ? new URL(location, url)
    : { protocol: '', href: '' };
  return {
    url,
    sha256: sha256OfHeader(answer?.getHeader('Repr-Digest')),
    contentUrl: location !== '' && /^https?:$/.test(protocol) ? href : null,
  };
}

/** Never says that it is at its end, with which tus-js-client would tell the server a length. */
const readerOf = ({ byteLength, read }: GrowingFile) => ({
  openFile: () =>
    Promise.resolve({
      size: byteLength,
      slice: async (start: number, end: number) => ({
        value: await read(start, Math.min(end, byteLength)),
        done: false,
      }),
      close: () => undefined,
    }),
});

/** tus 1.0 `Upload-Metadata`. */
const encodeUploadMetadata = (metadata: UploadMetadata): string =>
  Object.entries(metadata)
    .map(([key, value]) => `${key} ${toBase64(value)}`)
    .join(',');

const toBase64 = (text: string): string =>
  btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''));
