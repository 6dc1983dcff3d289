import {
  encodeJournalEntry,
  parseJournal,
  type JournalEntry,
  type JournalState,
} from '#core/recording/journal.ts';
import { parseRecordingId } from '#core/recording/parse-recording-meta.ts';
import type { RecordingMeta } from '#core/recording/recording-meta.ts';
import type { RecordingId } from '#core/shared/ids.ts';
import { createSerialQueue } from '#core/shared/serial-queue.ts';
import type { DiskFile } from './recording-disk.ts';
import { thisDisk } from './this-disk.ts';

/**
 * A recording has up to six files on this device: `ID.wav`, `ID.sn3` (its encoded frames), `ID.peaks` (see `core/recording/peaks.ts`), `ID.journal` (see
 * `core/recording/journal.ts`), and `ID.upload` and `ID.sn3-upload` (the URLs of uploads that were begun). In the order in
 * which they are removed: the journal last, so that a removal that was cut short is finished later.
 */
const suffixes = ['.wav', '.sn3', '.peaks', '.upload', '.sn3-upload', '.journal'] as const;
type Suffix = (typeof suffixes)[number];

/** Ids of all recordings that have a journal, in no order. */
export async function listRecordingIds(): Promise<readonly RecordingId[]> {
  const names = await (await thisDisk()).list();
  return names
    .filter((name) => name.endsWith('.journal'))
    .map((name) => parseRecordingId(name.slice(0, -'.journal'.length)))
    .filter((id) => id !== null);
}

/**
 * Opens one of a recording's files for writing. Dedicated worker only. Rejects with a DOMException, `NotFoundError`
 * without `create`.
 */
export const openRecordingFile = async (
  recordingId: RecordingId,
  suffix: Suffix,
  options: { readonly create: boolean },
): Promise<DiskFile> => (await thisDisk()).open(recordingId + suffix, options);

/** One of a recording's files as it is now, or null when there is none. Any thread; works while the file is being written. */
export const readRecordingFile = async (recordingId: RecordingId, suffix: Suffix): Promise<File | null> =>
  (await thisDisk()).read(recordingId + suffix);

/** Removes all files of a recording. Idempotent. Rejects with a DOMException while one of them is open. */
export async function removeRecordingFiles(recordingId: RecordingId): Promise<void> {
  const disk = await thisDisk();
  for (const suffix of suffixes) await disk.remove(recordingId + suffix);
}

/** Replaces the text of a small file. Dedicated worker only. */
export const writeRecordingText = (recordingId: RecordingId, suffix: Suffix, text: string): Promise<void> =>
  writeRecordingBytes(recordingId, suffix, new TextEncoder().encode(text));

/** Replaces the content of a small file. Dedicated worker only. */
export async function writeRecordingBytes(
  recordingId: RecordingId,
  suffix: Suffix,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const file = await openRecordingFile(recordingId, suffix, { create: true });
  try {
    file.truncate(0);
    file.write(bytes, { at: 0 });
    file.flush();
  } finally {
    await file.close();
  }
}

/** Spaces at the end of each journal, into which a last line can be written when the disk is full. */
const journalReserve = ' '.repeat(256);
const space = 0x20;

/** Begins a recording's journal. */
export const createJournal = (meta: RecordingMeta): Promise<void> =>
  writeRecordingText(
    meta.recordingId,
    '.journal',
    encodeJournalEntry({ kind: 'begun', meta }) + journalReserve,
  );

/** Two entries at a time would lock each other out. */
const inOrder = createSerialQueue();

/**
 * Adds to a journal. The line break in front ends a line that was torn when the page died. Where there is no room, the
 * line takes that of the reserve. Rejects with a DOMException when that is too small, too. Dedicated worker only.
 */
export const appendJournal = (recordingId: RecordingId, entry: JournalEntry): Promise<void> =>
  inOrder(async () => {
    const at = endOfText(
      await readRecordingFile(recordingId, '.journal').then((file) => file?.arrayBuffer()),
    );
    const file = await openRecordingFile(recordingId, '.journal', { create: true });
    try {
      const bytes = new TextEncoder().encode(`\n${encodeJournalEntry(entry)}${journalReserve}`);
      const line = bytes.subarray(0, -journalReserve.length);
      if (!isWritten(file, bytes, at) && !isWritten(file, line, at)) {
        // What fitted of it is room for another.
        isWritten(file, bytes.fill(space), at);
        throw new DOMException('There is no room.', 'QuotaExceededError');
      }
      file.flush();
    } finally {
      await file.close();
    }
  });

/** Where the spaces at the end of a journal begin. */
const endOfText = (journal: ArrayBuffer | undefined): number =>
  new TextDecoder('latin1').decode(journal).trimEnd().length;

function isWritten(file: DiskFile, bytes: Uint8Array<ArrayBuffer>, at: number): boolean {
  try {
    return file.write(bytes, { at }) === bytes.byteLength;
  } catch {
    return false;
  }
}

/** Reads a journal; null when there is none or its first line is not whole. */
export async function readJournal(recordingId: RecordingId): Promise<JournalState | null> {
  const file = await readRecordingFile(recordingId, '.journal');
  return file === null ? null : parseJournal(await file.text());
}
