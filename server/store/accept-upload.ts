import { open } from 'node:fs/promises';
import type { RecordingMeta } from '#core/recording/recording-meta.ts';
import { Refusal } from './refusal.ts';
import type { StoredEntry, StoredRecordings } from './stored-recordings.ts';
import { readWavLayout, wavHeaderBytes } from './wav-header.ts';

/** An upload whose last byte has arrived. */
export interface CompleteUpload {
  readonly uploadId: string;
  readonly path: string;
  readonly meta: RecordingMeta;
}

/**
 * Turns a complete upload into a stored recording: checks that it is the announced WAV file, patches the sizes that its
 * writer could not know, makes it durable and writes its description. Safe to repeat after a crash at any point.
 * Rejects with a Refusal 422 when it is something else, 409 when another upload of the recording was stored meanwhile,
 * and with the system's error when the disk fails.
 */
export async function acceptUpload(
  upload: CompleteUpload,
  recordings: StoredRecordings,
): Promise<StoredEntry> {
  const { uploadId, meta } = upload;
  const earlier = recordings.find(meta.recordingId);
  if (earlier !== null) {
    if (earlier.uploadId === uploadId) return earlier;
    throw new Refusal(409, 'Another file is already stored for this recording.');
  }
  const measured = await sealWav(upload);
  const entry: StoredEntry = { meta, uploadId, ...measured, storedAtMs: Date.now() };
  await recordings.add(entry);
  return entry;
}

async function sealWav({ path, meta }: CompleteUpload): Promise<Pick<StoredEntry, 'bytes' | 'durationMs'>> {
  const file = await open(path, 'r+');
  try {
    const { size: fileBytes } = await file.stat();
    const head = Buffer.alloc(Math.min(wavHeaderBytes, fileBytes));
    await file.read(head, 0, head.byteLength, 0);
    const { sampleRateHz, channels } = meta;
    const layout = readWavLayout(head, { sampleRateHz, channels, fileBytes });
    if (typeof layout === 'string') throw new Refusal(422, `The recording was refused: ${layout}.`);
    if (layout.sizesToPatch) {
      await file.write(uint32(fileBytes - 8), 0, 4, 4);
      await file.write(uint32(layout.dataBytes), 0, 4, layout.dataSizeOffset);
    }
    await file.sync();
    return { bytes: fileBytes, durationMs: layout.durationMs };
  } finally {
    await file.close();
  }
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
