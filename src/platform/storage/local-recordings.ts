import { describeRemains } from '#core/recording/describe-remains.ts';
import type { JournalEnd } from '#core/recording/journal.ts';
import type { RecordingMeta, Sn3Description, StoreReceipt } from '#core/recording/recording-meta.ts';
import { parseWavHeader, wavDurationMs, wavHeaderBytes, wholeDataBytes } from '#core/recording/wav.ts';
import type { RecordingId } from '#core/shared/ids.ts';
import type { RecordingFolder } from './recording-folder.ts';
import { recoverSn3 } from './local-sn3.ts';
import { closeWav } from './wav-appender.ts';

/** A complete recording on this device. */
export interface LocalRecording {
  readonly meta: RecordingMeta;
  /** Whole file, header included. */
  readonly byteLength: number;
  readonly durationMs: number;
  /** Null while the store has not confirmed it. */
  readonly receipt: StoreReceipt | null;
  /** Its encoded frames; null where there are none. */
  readonly sn3: Sn3Description | null;
  /** What the person wrote about it. */
  readonly notes: string;
}

/** What a recording with so many bytes of frames is, which ended so. */
export const toLocalRecording = (
  meta: RecordingMeta,
  dataBytes: number,
  end: JournalEnd,
  sn3: Sn3Description | null,
  { receipt, notes }: Pick<LocalRecording, 'notes' | 'receipt'> = { receipt: null, notes: '' },
): LocalRecording => ({
  meta: end === 'finished' ? meta : { ...meta, ending: end },
  byteLength: wavHeaderBytes + dataBytes,
  durationMs: Math.round(wavDurationMs(dataBytes, meta)),
  receipt,
  sn3,
  notes,
});

/**
 * Brings a recording that nobody writes any more into order, and describes it. One that was interrupted is repaired; of
 * one that holds neither sound nor frames, or was deleted, everything is removed. Null when there is nothing, or nothing that this phone has
 * written (then its files are left alone). Dedicated worker only; the caller holds the claim.
 */
export async function recoverRecording(
  folder: RecordingFolder,
  recordingId: RecordingId,
): Promise<LocalRecording | null> {
  const file = await folder.read(recordingId, '.wav');
  const journal = await folder.readJournal(recordingId);
  const sn3 = await recoverSn3(folder, recordingId, journal);
  const isEmpty = file === null || (file.size <= wavHeaderBytes && sn3 === null);
  // Whoever could have brought it back is gone: it holds its room for nobody.
  if (isEmpty || (journal?.deletedAtMs ?? null) !== null) {
    await folder.remove(recordingId);
    return null;
  }
  const head = new Uint8Array(await file.slice(0, wavHeaderBytes).arrayBuffer());
  const meta = journal?.meta ?? describeRemains(recordingId, head, file.size, file.lastModified);
  if (meta === null) return null;

  const dataBytes = wholeDataBytes(file.size, meta);
  if (file.size !== wavHeaderBytes + dataBytes || parseWavHeader(head)?.dataBytes !== dataBytes) {
    await closeWav(await folder.open(recordingId, '.wav', { create: false }), meta, dataBytes);
  }
  // Where there is no room for these lines, the same is done again at the next start.
  if (journal === null) await folder.createJournal(meta).catch(() => undefined);
  const ending = journal?.end ?? 'recovered';
  if (journal?.end !== ending)
    await folder.appendJournal(recordingId, { kind: ending }).catch(() => undefined);
  return toLocalRecording(meta, dataBytes, ending, sn3, journal ?? undefined);
}
