import { PhoneError } from '#core/errors/phone-error.ts';
import type { RecordingMeta } from '#core/recording/recording-meta.ts';
import { readRecordingFile } from '#platform/storage/recording-folder.ts';
import { readUploadUrl, writeUploadUrl } from '#platform/storage/upload-urls.ts';
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

async function upload({ endpoint, token, meta }: UploadRequest): Promise<void> {
  const file = await openRecording(meta);
  const urls = { read: readUploadUrl, write: writeUploadUrl };
  const uploader = createTusUploader({ endpoint, token, urls, stallTimeoutMs });
  await uploader.upload(meta, file, (progress) => reply({ kind: 'progressed', progress }));
}

self.addEventListener('message', ({ data: request }: MessageEvent<UploadRequest>) => {
  upload(request).then(
    () => reply({ kind: 'stored' }),
    (error: unknown) => reply({ kind: 'failed', error: toUploadError(error).detail }),
  );
});
