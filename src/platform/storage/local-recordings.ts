import type { RecordingMeta, StoreReceipt } from '#core/recording/recording-meta.ts';
import { wavDurationMs, wavHeaderBytes, wholeDataBytes } from '#core/recording/wav.ts';
import type { RecordingId } from '#core/shared/ids.ts';
import {
  appendJournal,
  openSyncFile,
  readJournal,
  readRecordingFile,
  removeRecordingFiles,
} from './recording-folder.ts';
import { closeWav } from './wav-appender.ts';

/** A complete recording on this device. */
export interface LocalRecording {
  readonly meta: RecordingMeta;
  /** Whole file, header included. */
  readonly byteLength: number;
  readonly durationMs: number;
  /** Null while the store has not confirmed it. */
  readonly receipt: StoreReceipt | null;
}

/** What a recording with so many bytes of frames is. */
export const toLocalRecording = (
  meta: RecordingMeta,
  dataBytes: number,
  receipt: StoreReceipt | null = null,
): LocalRecording => ({
  meta,
  byteLength: wavHeaderBytes + dataBytes,
  durationMs: Math.round(wavDurationMs(dataBytes, meta)),
  receipt,
});

/**
 * Brings a recording that nobody writes any more into order, and describes it. One that was interrupted is repaired; of
 * one that holds no sound everything is removed. Null when there is nothing, or when its journal cannot be read
 * (then its files are left alone). Dedicated worker only; the caller holds the claim.
 */
export async function recoverRecording(recordingId: RecordingId): Promise<LocalRecording | null> {
  const journal = await readJournal(recordingId);
  if (journal === null) return null;

  const file = await readRecordingFile(recordingId, '.wav');
  const dataBytes = wholeDataBytes(file?.size ?? 0, journal.meta);
  if (dataBytes === 0) {
    await removeRecordingFiles(recordingId);
    return null;
  }
  if (journal.end === null) {
    closeWav(await openSyncFile(recordingId, '.wav', { create: false }), journal.meta, dataBytes);
    // On a full disk there may be no room for this line: then the same repair is made again at the next start.
    await appendJournal(recordingId, { kind: 'recovered' }).catch(() => undefined);
  }
  return toLocalRecording(journal.meta, dataBytes, journal.receipt);
}
