import { PhoneError } from '#core/errors/phone-error.ts';
import type { RecordingMeta } from '#core/recording/recording-meta.ts';
import { wavHeaderBytes, wholeDataBytes } from '#core/recording/wav.ts';
import { readRecordingFile } from '#platform/storage/recording-folder.ts';
import { readUploadUrl, writeUploadUrl } from '#platform/storage/upload-urls.ts';
import type { GrowingFile } from '#platform/upload-tus/send-with-tus.ts';
import { createTusUploader } from '#platform/upload-tus/tus-uploader.ts';
import { toUploadError } from '#platform/upload-tus/upload-error.ts';
import type { UploadReply, UploadRequest } from '#platform/upload-tus/upload-messages.ts';

/** The dedicated worker of one attempt to upload one recording. Its messages are `UploadRequest` and `UploadReply`. */
const reply = (message: UploadReply): void => self.postMessage(message);

/** Long enough for a store that puts the parts of a long recording together before it answers. */
const stallTimeoutMs = 60_000;

async function openRecording({ recordingId }: RecordingMeta): Promise<File> {
  const file = await readRecordingFile(recordingId, '.wav').catch(() => null);
  if (file !== null) return file;
  throw new PhoneError({ code: 'recording/storage-failed', details: 'The file is gone.' });
}

/** Whole frames only. A `File` is what it was when it was opened: each piece is read from one of its own, at once. */
async function openGrowing(meta: RecordingMeta): Promise<GrowingFile> {
  const { size } = await openRecording(meta);
  return {
    byteLength: wavHeaderBytes + wholeDataBytes(size, meta),
    async read(start, end) {
      const piece = (await openRecording(meta)).slice(start, end);
      return new Blob([await piece.arrayBuffer()]);
    },
  };
}

async function upload({ endpoint, token, meta, part }: UploadRequest): Promise<void> {
  const urls = { read: readUploadUrl, write: writeUploadUrl };
  const uploader = createTusUploader({ endpoint, token, urls, stallTimeoutMs });
  if (part === 'so-far') {
    const growing = await openGrowing(meta);
    if (growing.byteLength > wavHeaderBytes) await uploader.sendAhead(meta, growing);
    return;
  }
  const file = await openRecording(meta);
  await uploader.upload(meta, file, (progress) => reply({ kind: 'progressed', progress }));
}

self.addEventListener('message', ({ data: request }: MessageEvent<UploadRequest>) => {
  upload(request).then(
    () => reply({ kind: 'sent' }),
    (error: unknown) => reply({ kind: 'failed', error: toUploadError(error).detail }),
  );
});
