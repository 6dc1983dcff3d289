import { expect } from 'vitest';
import type { PhoneErrorCode } from '#core/errors/phone-error.ts';
import type { RecordingId } from '#core/shared/ids.ts';
import { createTusUploader } from '#platform/upload-tus/tus-uploader.ts';
import { buildRecordingMeta } from './recording-builders.ts';
import { tusStoreUrl } from './tus-store-client.ts';
import type { TusFault } from './tus-store.ts';

/** In bytes. */
export const mebibyte = 1024 * 1024;
/** Of the recording that is sent. */
export const meta = buildRecordingMeta({ remoteDisplayName: 'Zoë' });

/** Two chunks and a bit, no two parts of them alike. */
export function createFile(bytes = 11 * mebibyte + 3): Blob {
  const words = Uint32Array.from({ length: Math.ceil(bytes / 4) }, (_, index) =>
    Math.imul(index, 2_654_435_761),
  );
  return new Blob([new Uint8Array(words.buffer, 0, bytes)]);
}

/** An uploader whose page may be reloaded: what it knows of uploads stays. */
export function createPage(changes: { readonly endpoint?: string; readonly stallTimeoutMs?: number } = {}) {
  const begun = new Map<RecordingId, string>();
  const urls = {
    read: (id: RecordingId) => Promise.resolve(begun.get(id) ?? null),
    write(id: RecordingId, url: string) {
      begun.set(id, url);
      return Promise.resolve();
    },
  };
  const { upload, compare, sendAhead } = createTusUploader({
    endpoint: `${tusStoreUrl()}/uploads`,
    token: null,
    urls,
    stallTimeoutMs: 5000,
    ...changes,
  });
  return { upload, compare, sendAhead, begun };
}

/** A file of which there is so much. */
export const growing = (file: Blob, byteLength: number) => ({
  byteLength,
  read: (start: number, end: number) => Promise.resolve(file.slice(start, end)),
});

/** Hears of no progress. */
export const ignore = () => undefined;
/** What the store does wrong, after `skip` requests that it answers as ever. */
export const fault = (method: TusFault['method'], what: TusFault['what'], skip = 0): TusFault => ({
  method,
  what,
  skip,
});
/** What an attempt rejects with. */
export const failure = (code: PhoneErrorCode) =>
  expect.objectContaining({ detail: expect.objectContaining({ code }) });
