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
import type { DiskFile, RecordingDisk } from './recording-disk.ts';
import { thisDisk } from './this-disk.ts';

/**
 * A recording has up to six files on this device: `ID.wav`, `ID.sn3` (its encoded frames), `ID.peaks` (see `core/recording/peaks.ts`), `ID.journal` (see
 * `core/recording/journal.ts`), and `ID.upload` and `ID.sn3-upload` (the URLs of uploads that were begun). In the order in
 * which they are removed: the journal last, so that a removal that was cut short is finished later.
 */
const suffixes = ['.wav', '.sn3', '.peaks', '.upload', '.sn3-upload', '.journal'] as const;
type Suffix = (typeof suffixes)[number];

/** The files of all recordings of this device. What it rejects with are DOMExceptions. */
export interface RecordingFolder {
  /** Ids of all recordings that have a journal, in no order. */
  readonly listIds: () => Promise<readonly RecordingId[]>;
  /** Opens one of a recording's files for writing. Dedicated worker only. Rejects with `NotFoundError` without `create`. */
  readonly open: (
    recordingId: RecordingId,
    suffix: Suffix,
    options: { readonly create: boolean },
  ) => Promise<DiskFile>;
  /** One of a recording's files as it is now, or null when there is none. Any thread; works while the file is being written. */
  readonly read: (recordingId: RecordingId, suffix: Suffix) => Promise<File | null>;
  /** Removes all files of a recording. Idempotent. Rejects while one of them is open. */
  readonly remove: (recordingId: RecordingId) => Promise<void>;
  /** Replaces the text of a small file. Rejects as `writeBytes`. Dedicated worker only. */
  readonly writeText: (recordingId: RecordingId, suffix: Suffix, text: string) => Promise<void>;
  /**
   * Replaces the content of a small file. Rejects with `QuotaExceededError` where there is no room for all of it: then the file is
   * empty. Dedicated worker only.
   */
  readonly writeBytes: (
    recordingId: RecordingId,
    suffix: Suffix,
    bytes: Uint8Array<ArrayBuffer>,
  ) => Promise<void>;
  /** Begins a recording's journal. Rejects as `writeBytes`. Dedicated worker only. */
  readonly createJournal: (meta: RecordingMeta) => Promise<void>;
  /**
   * Adds to a journal. The line break in front ends a line that was torn when the page died. Where there is no room, the
   * line takes that of the reserve. Rejects when that is too small, too. Dedicated worker only.
   */
  readonly appendJournal: (recordingId: RecordingId, entry: JournalEntry) => Promise<void>;
  /** Reads a journal; null when there is none or its first line is not whole. */
  readonly readJournal: (recordingId: RecordingId) => Promise<JournalState | null>;
}

/** Spaces at the end of each journal, into which a last line can be written when the disk is full. */
const journalReserve = ' '.repeat(256);
const space = 0x20;

/** Makes the folder of a disk, which is asked for with each use. */
export function createRecordingFolder(openDisk: () => Promise<RecordingDisk>): RecordingFolder {
  /** Two entries at a time would lock each other out. */
  const inOrder = createSerialQueue();

  const open: RecordingFolder['open'] = async (recordingId, suffix, options) =>
    (await openDisk()).open(recordingId + suffix, options);
  const read: RecordingFolder['read'] = async (recordingId, suffix) =>
    (await openDisk()).read(recordingId + suffix);

  const writeBytes: RecordingFolder['writeBytes'] = async (recordingId, suffix, bytes) => {
    const file = await open(recordingId, suffix, { create: true });
    try {
      file.truncate(0);
      if (!isWritten(file, bytes, 0)) {
        // A piece of it would be taken for all of it.
        file.truncate(0);
        throw noRoom();
      }
      file.flush();
    } finally {
      await file.close();
    }
  };
  const writeText: RecordingFolder['writeText'] = (recordingId, suffix, text) =>
    writeBytes(recordingId, suffix, new TextEncoder().encode(text));

  return {
    open,
    read,
    writeBytes,
    writeText,
    async listIds() {
      const names = await (await openDisk()).list();
      return names
        .filter((name) => name.endsWith('.journal'))
        .map((name) => parseRecordingId(name.slice(0, -'.journal'.length)))
        .filter((id) => id !== null);
    },
    async remove(recordingId) {
      const disk = await openDisk();
      for (const suffix of suffixes) await disk.remove(recordingId + suffix);
    },
    createJournal: (meta) =>
      writeText(meta.recordingId, '.journal', encodeJournalEntry({ kind: 'begun', meta }) + journalReserve),
    appendJournal: (recordingId, entry) =>
      inOrder(async () => {
        const at = endOfText(await read(recordingId, '.journal').then((file) => file?.arrayBuffer()));
        const file = await open(recordingId, '.journal', { create: true });
        try {
          const bytes = new TextEncoder().encode(`\n${encodeJournalEntry(entry)}${journalReserve}`);
          const line = bytes.subarray(0, -journalReserve.length);
          if (!isWritten(file, bytes, at) && !isWritten(file, line, at)) {
            // What fitted of it is room for another.
            isWritten(file, bytes.fill(space), at);
            throw noRoom();
          }
          file.flush();
        } finally {
          await file.close();
        }
      }),
    async readJournal(recordingId) {
      const file = await read(recordingId, '.journal');
      return file === null ? null : parseJournal(await file.text());
    },
  };
}

/** What this browser has. */
export const thisFolder = createRecordingFolder(thisDisk);

const noRoom = (): DOMException => new DOMException('There is no room.', 'QuotaExceededError');

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
