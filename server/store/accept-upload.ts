import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import type { RecordingMeta } from '#core/recording/recording-meta.ts';
import { Refusal } from './refusal.ts';
import type { StoredEntry, StoredRecordings } from './stored-recordings.ts';
import { readWavLayout, streamedSize, wavHeaderBytes, type WavLayout } from './wav-header.ts';

/** An upload whose last byte has arrived. */
export interface CompleteUpload {
  readonly uploadId: string;
  readonly path: string;
  readonly meta: RecordingMeta;
  /** Announced by whoever sent it; null when nothing was. */
  readonly sha256: string | null;
}

type SealedWav = Pick<StoredEntry, 'bytes' | 'durationMs' | 'sha256'>;

/**
 * Turns a complete upload into a stored recording: checks that it is the announced WAV file, byte by byte where a
 * digest was announced, patches the sizes that its
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

async function sealWav({ path, meta, sha256: announced }: CompleteUpload): Promise<SealedWav> {
  const file = await open(path, 'r+');
  try {
    const { size: fileBytes } = await file.stat();
    const head = Buffer.alloc(Math.min(wavHeaderBytes, fileBytes));
    await file.read(head, 0, head.byteLength, 0);
    const { sampleRateHz, channels } = meta;
    const layout = readWavLayout(head, { sampleRateHz, channels, fileBytes });
    if (typeof layout === 'string') throw new Refusal(422, `The recording was refused: ${layout}.`);

    const sealed = withSizes(head, layout, fileBytes - 8, layout.dataBytes);
    const sha256 = await sha256Of(file, sealed);
    // What arrived: the header as it is, or as it was before a crash came between its sizes and the description.
    const arrived = layout.sizesToPatch ? head : withSizes(head, layout, streamedSize, streamedSize);
    if (announced !== null && announced !== sha256 && announced !== (await sha256Of(file, arrived))) {
      throw new Refusal(422, 'The recording was refused: its SHA-256 is not the announced one.');
    }
    if (layout.sizesToPatch) await file.write(sealed, 0, sealed.byteLength, 0);
    await file.sync();
    return { bytes: fileBytes, durationMs: layout.durationMs, sha256 };
  } finally {
    await file.close();
  }
}

function withSizes(head: Buffer, layout: WavLayout, riffBytes: number, dataBytes: number): Buffer {
  const changed = Buffer.from(head);
  changed.writeUInt32LE(riffBytes, 4);
  changed.writeUInt32LE(dataBytes, layout.dataSizeOffset);
  return changed;
}

/** SHA-256 in hex of `head` and of what follows as much in the file. */
async function sha256Of(file: FileHandle, head: Buffer): Promise<string> {
  const hash = createHash('sha256').update(head);
  for await (const chunk of file.createReadStream({ start: head.byteLength, autoClose: false })) {
    hash.update(chunk as Buffer);
  }
  return hash.digest('hex');
}
