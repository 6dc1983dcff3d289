import { connect, type Socket } from 'node:net';
import { DetailedError, Upload, type UploadOptions } from 'tus-js-client';
import type { RecordingMeta } from '#core/recording/recording-meta.ts';
import { toUploadMetadata } from '#core/upload/upload-wire.ts';

/** Uploads with the phone's own library. `onUrl` is told where; rejects with tus-js-client's error. */
export function uploadWithTus(
  origin: string,
  meta: RecordingMeta,
  file: Buffer,
  options: Partial<UploadOptions> = {},
  onUrl: (url: string) => void = () => undefined,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const upload = new Upload(file, {
      endpoint: `${origin}/recordings/uploads`,
      metadata: { ...toUploadMetadata(meta) },
      retryDelays: null,
      ...options,
      onUploadUrlAvailable: () => onUrl(upload.url ?? ''),
      onSuccess: () => resolve(),
      onError: reject,
    });
    upload.start();
  });
}

/** What the store answered to an upload that failed. */
export async function refusalOf(upload: Promise<unknown>): Promise<{ status: number; sentence: string }> {
  const error = await upload.then(
    () => {
      throw new Error('The upload was taken.');
    },
    (reason: unknown) => reason,
  );
  if (!(error instanceof DetailedError)) throw error;
  const response = error.originalResponse;
  if (response === null || response === undefined) throw error;
  return { status: response.getStatus(), sentence: response.getBody().trim() };
}

/** Creates an upload of a file's length, and sends nothing of it. Its URL is in the answer's `location`. */
export function createUpload(
  origin: string,
  file: Pick<Buffer, 'byteLength'>,
  metadata: Readonly<Record<string, string>>,
): Promise<Response> {
  return post(origin, { 'upload-length': String(file.byteLength), 'upload-metadata': encode(metadata) });
}

/** The same for a file that still grows. */
export function createOpenUpload(
  origin: string,
  metadata: Readonly<Record<string, string>>,
): Promise<Response> {
  return post(origin, { 'upload-defer-length': '1', 'upload-metadata': encode(metadata) });
}

const post = (origin: string, headers: Record<string, string>): Promise<Response> =>
  fetch(`${origin}/recordings/uploads`, {
    method: 'POST',
    headers: { 'tus-resumable': '1.0.0', ...headers },
  });

const encode = (metadata: Readonly<Record<string, string>>): string =>
  Object.entries(metadata)
    .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
    .join(',');

/** What is said with the last bytes of an upload that was open, for `sendPart`. */
export const endOfUpload = (file: Buffer, metadata: Readonly<Record<string, string>>): string =>
  `Upload-Length: ${file.byteLength}\r\nUpload-Metadata: ${encode(metadata)}\r\n`;

/** How much of an upload the store has, by its own word (tus 1.0 §HEAD). */
export async function uploadOffset(uploadUrl: string): Promise<number> {
  return (await findUpload(uploadUrl)).offset;
}

/** The same, and whether it waits for the length. */
export async function findUpload(uploadUrl: string): Promise<{ offset: number; isOpen: boolean }> {
  const { headers } = await fetch(uploadUrl, { method: 'HEAD', headers: { 'tus-resumable': '1.0.0' } });
  return {
    offset: Number(headers.get('upload-offset')),
    isOpen: headers.get('upload-defer-length') === '1',
  };
}

/**
 * Announces all of a file from `start` on, and sends it up to `end` only. Resolves when that has left, with the connection,
 * which stays open: whoever has it decides how it breaks.
 */
export function sendPart(
  uploadUrl: string,
  file: Buffer,
  start: number,
  end: number,
  headers = '',
): Promise<Socket> {
  const { hostname, port, host, pathname } = new URL(uploadUrl);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write(
        `PATCH ${pathname} HTTP/1.1\r\nHost: ${host}\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: ${start}\r\n` +
          `Content-Type: application/offset+octet-stream\r\nContent-Length: ${file.byteLength - start}\r\n${headers}\r\n`,
      );
      socket.write(file.subarray(start, end), () => resolve(socket));
    });
    socket.once('error', reject);
  });
}
