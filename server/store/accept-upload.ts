import { createHash } from 'node:crypto';
import { ERRORS } from '@tus/server';
import type { Peaks } from '#core/recording/peaks.ts';
import type { RecordingMeta } from '#core/recording/recording-meta.ts';
import type { Sn3Codec } from '#core/recording/sn3-codec.ts';
import type { AudioBackend, AudioFile } from './backend.ts';
import { checkSn3 } from './check-sn3.ts';
import { readHead } from './read-head.ts';
import { storedName } from './recording-id.ts';
import { anotherDigest, Refusal } from './refusal.ts';
import { createFileMeter, type StoredPeaks } from './stored-peaks.ts';
import type { StoredEntry, StoredRecordings } from './stored-recordings.ts';
import { readWavLayout, streamedSize, type WavLayout } from './wav-header.ts';

/** An upload whose last byte has arrived. */
export interface CompleteUpload {
  readonly uploadId: string;
  readonly meta: RecordingMeta;
  /** Announced by whoever sent it; null when nothing was. */
  readonly sha256: string | null;
  /** What the encoded frames in it are; null when it is a WAV file. */
  readonly codecs: readonly Sn3Codec[] | null;
}

/** What a file is found to be, and what its first bytes must become; null when they are right. */
interface CheckedFile extends Pick<StoredEntry, 'bytes' | 'durationMs' | 'sha256'> {
  readonly head: Buffer | null;
  /** Of sound. */
  readonly peaks: Peaks | null;
}

/**
 * Turns a complete upload into a stored file: checks that it is the announced WAV file or SN3 blob, byte by byte where a
 * digest was announced, patches the sizes that the writer of a WAV file could not know, makes it durable and writes its
 * description.
 * Safe to repeat after a crash at any point. Rejects with a Refusal 422 when it is something else, 409 when another upload
 * of the recording was stored meanwhile, and with the backend's error when that fails.
 */
export async function acceptUpload(
  upload: CompleteUpload,
  audio: AudioBackend,
  recordings: StoredRecordings,
  storedPeaks: Pick<StoredPeaks, 'keep'>,
): Promise<StoredEntry> {
  const { uploadId, meta, codecs } = upload;
  const earlier = recordings.find(storedName(meta.recordingId, codecs !== null));
  if (earlier !== null) {
    if (earlier.uploadId === uploadId) return earlier;
    throw new Refusal(409, 'Another file is already stored for this recording.');
  }
  const { head, peaks, ...measured } = await check(upload, audio);
  await audio.seal(uploadId, head);
  const entry: StoredEntry = {
    meta,
    uploadId,
    ...measured,
    storedAtMs: Date.now(),
    codecs,
    notes: '',
    deletedAtMs: null,
  };
  await recordings.add(entry);
  if (peaks !== null) await storedPeaks.keep(meta.recordingId, peaks);
  return entry;
}

async function check(upload: CompleteUpload, audio: AudioBackend): Promise<CheckedFile> {
  const file = await audio.open(upload.uploadId);
  if (file === null) throw ERRORS.FILE_NO_LONGER_EXISTS;
  try {
    if (upload.codecs === null) return await checkWav(upload, file);
    return { ...(await checkSn3(file, upload.sha256)), head: null, peaks: null };
  } finally {
    await file.close();
  }
}

async function checkWav({ meta, sha256: announced }: CompleteUpload, file: AudioFile): Promise<CheckedFile> {
  const { bytes } = file;
  const head = await readHead(file);
  const { sampleRateHz, channels } = meta;
  const layout = readWavLayout(head, { sampleRateHz, channels, fileBytes: bytes });
  if (typeof layout === 'string') throw new Refusal(422, `The recording was refused: ${layout}.`);

  const { durationMs, sizesToPatch } = layout;
  const sealed = withSizes(head, layout, bytes - 8, layout.dataBytes);
  const meter = createFileMeter(sampleRateHz, layout);
  const sha256 = await sha256Of(file, sealed, meter.push);
  // What arrived: the header as it is, or as it was before a crash came between its sizes and the description.
  const arrived = sizesToPatch ? head : withSizes(head, layout, streamedSize, streamedSize);
  if (announced !== null && announced !== sha256 && announced !== (await sha256Of(file, arrived))) {
    throw anotherDigest();
  }
  return { bytes, durationMs, sha256, head: sizesToPatch ? sealed : null, peaks: meter.read() };
}

function withSizes(head: Buffer, layout: WavLayout, riffBytes: number, dataBytes: number): Buffer {
  const changed = Buffer.from(head);
  changed.writeUInt32LE(riffBytes, 4);
  changed.writeUInt32LE(dataBytes, layout.dataSizeOffset);
  return changed;
}

/** SHA-256 in hex of `head` and of what follows as much in the file. `onBytes` is given them all on the way. */
async function sha256Of(
  file: AudioFile,
  head: Buffer,
  onBytes: (bytes: Uint8Array) => void = () => undefined,
): Promise<string> {
  const hash = createHash('sha256').update(head);
  onBytes(head);
  if (file.bytes > head.byteLength) {
    for await (const chunk of await file.read(head.byteLength, file.bytes - 1)) {
      hash.update(chunk as Buffer);
      onBytes(chunk as Buffer);
    }
  }
  return hash.digest('hex');
}
