import { PhoneError } from '#core/errors/phone-error.ts';
import type { RecordingMeta } from '#core/recording/recording-meta.ts';
import { wavHeaderBytes, wholeDataBytes } from '#core/recording/wav.ts';
import { toSn3Metadata, toUploadMetadata } from '#core/upload/upload-wire.ts';
import { thisFolder } from '#platform/storage/recording-folder.ts';
import { readUploadUrl, writeUploadUrl } from '#platform/storage/upload-urls.ts';
import type { GrowingFile } from '#platform/upload-tus/send-with-tus.ts';
import { createTusUploader } from '#platform/upload-tus/tus-uploader.ts';
import { readGrowing } from '#platform/upload-tus/read-growing.ts';
import { toUploadError } from '#platform/upload-tus/upload-error.ts';
import type { UploadReply, UploadRequest } from '#platform/upload-tus/upload-messages.ts';

/** The dedicated worker of one attempt to upload one recording. Its messages are `UploadRequest` and `UploadReply`. */
const reply = (message: UploadReply): void => self.postMessage(message);

/** Long enough for a store that puts the parts of a long recording together before it answers. */
const stallTimeoutMs = 60_000;

async function openRecording(
  { recordingId }: RecordingMeta,
  suffix: '.wav' | '.sn3' = '.wav',
): Promise<File> {
  const file = await thisFolder.read(recordingId, suffix).catch(() => null);
  if (file !== null) return file;
  throw new PhoneError({ code: 'recording/storage-failed', details: 'The file is gone.' });
}

/** Whole frames only. */
async function openGrowing(meta: RecordingMeta): Promise<GrowingFile> {
  const { size } = await openRecording(meta);
  return {
    byteLength: wavHeaderBytes + wholeDataBytes(size, meta),
    read: (start, end) => readGrowing(() => openRecording(meta), start, end),
  };
}

type Sent = Omit<Extract<UploadReply, { kind: 'sent' }>, 'kind'>;

async function upload(request: UploadRequest): Promise<Sent> {
  const { endpoint, token, meta, part, storedUrl, durationMs, sn3 } = request;
  const server = { endpoint, token, stallTimeoutMs };
  const uploader = createTusUploader({
    ...server,
    urls: { read: readUploadUrl, write: writeUploadUrl },
    describe: (described) => toUploadMetadata(described, durationMs),
  });
  if (part === 'so-far') {
    const growing = await openGrowing(meta);
    if (growing.byteLength > wavHeaderBytes) await uploader.sendAhead(meta, growing);
    return { sound: null, sn3: null };
  }
  const file = await openRecording(meta);
  const totalBytes = file.size + (sn3?.byteLength ?? 0);
  const tell = (sentBytes: number) => reply({ kind: 'progressed', progress: { sentBytes, totalBytes } });
  const sound =
    part === 'stored'
      ? await uploader.compare(meta, file, storedUrl)
      : await uploader.upload(meta, file, ({ sentBytes }) => tell(sentBytes));
  if (sn3 === null) return { sound, sn3: null };
  const framesUploader = createTusUploader({
    ...server,
    urls: {
      read: (id) => readUploadUrl(id, '.sn3-upload'),
      write: (id, url) => writeUploadUrl(id, url, '.sn3-upload'),
    },
    describe: (described) => toSn3Metadata(described, sn3.codecs, durationMs),
  });
  const frames = await openRecording(meta, '.sn3');
  return {
    sound,
    sn3:
      part === 'stored'
        ? await framesUploader.compare(meta, frames, null)
        : await framesUploader.upload(meta, frames, ({ sentBytes }) => tell(file.size + sentBytes)),
  };
}

self.addEventListener('message', ({ data: request }: MessageEvent<UploadRequest>) => {
  upload(request).then(
    (sent) => reply({ kind: 'sent', ...sent }),
    (error: unknown) => reply({ kind: 'failed', error: toUploadError(error).detail }),
  );
});
