import {
  encodeJournalEntry,
  parseJournal,
  type JournalEntry,
  type JournalState,
} from '#core/recording/journal.ts';
import { parseRecordingId } from '#core/recording/parse-recording-meta.ts';
import type { RecordingMeta } from '#core/recording/recording-meta.ts';
import type { RecordingId } from '#core/shared/ids.ts';

/**
 * The folder `recordings` of this origin's private file system. A recording has up to three files: `ID.wav`,
 * `ID.journal` (see `core/recording/journal.ts`) and `ID.upload` (the URL of an upload that was begun).
 */
const folderName = 'recordings';

/** The kinds of files, in the order in which they are removed: the journal last, so that a removal that was cut short is finished later. */
const suffixes = ['.wav', '.upload', '.journal'] as const;
type Suffix = (typeof suffixes)[number];

const openFolder = async (): Promise<FileSystemDirectoryHandle> => {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(folderName, { create: true });
};

/** Ids of all recordings that have a journal, in no order. */
export async function listRecordingIds(): Promise<readonly RecordingId[]> {
  const ids: RecordingId[] = [];
  for await (const name of (await openFolder()).keys()) {
    const id = name.endsWith('.journal') ? parseRecordingId(name.slice(0, -'.journal'.length)) : null;
    if (id !== null) ids.push(id);
  }
  return ids;
}

/**
 * Opens one of a recording's files for writing. Dedicated worker only. Rejects with a DOMException:
 * `NotFoundError` without `create`, `NoModificationAllowedError` while someone else has it open.
 */
export async function openSyncFile(
  recordingId: RecordingId,
  suffix: Suffix,
  options: { readonly create: boolean },
): Promise<FileSystemSyncAccessHandle> {
  const handle = await (await openFolder()).getFileHandle(recordingId + suffix, options);
  return handle.createSyncAccessHandle();
}

/** One of a recording's files as it is now, or null when there is none. Any thread; works while the file is being written. */
export async function readRecordingFile(recordingId: RecordingId, suffix: Suffix): Promise<File | null> {
  try {
    const handle = await (await openFolder()).getFileHandle(recordingId + suffix);
    return await handle.getFile();
  } catch (error) {
    if (isNotFound(error)) return null;
    throw error;
  }
}

/** Removes all files of a recording. Idempotent. Rejects with a DOMException while one of them is open. */
export async function removeRecordingFiles(recordingId: RecordingId): Promise<void> {
  const folder = await openFolder();
  for (const suffix of suffixes) {
    await folder.removeEntry(recordingId + suffix).catch((error: unknown) => {
      if (!isNotFound(error)) throw error;
    });
  }
}

/** Replaces the text of a small file. Dedicated worker only. */
export async function writeRecordingText(
  recordingId: RecordingId,
  suffix: Suffix,
  text: string,
): Promise<void> {
  const file = await openSyncFile(recordingId, suffix, { create: true });
  try {
    file.truncate(0);
    file.write(new TextEncoder().encode(text), { at: 0 });
    file.flush();
  } finally {
    file.close();
  }
}

/** Spaces at the end of each journal, into which a last line can be written when the disk is full. */
const journalReserve = ' '.repeat(256);

/** Begins a recording's journal. */
export const createJournal = (meta: RecordingMeta): Promise<void> =>
  writeRecordingText(
    meta.recordingId,
    '.journal',
    encodeJournalEntry({ kind: 'begun', meta }) + journalReserve,
  );

/**
 * Adds to a journal. The line break in front ends a line that was torn when the page died. Where there is no room, the
 * line takes that of the reserve.
 */
export async function appendJournal(recordingId: RecordingId, entry: JournalEntry): Promise<void> {
  const file = await openSyncFile(recordingId, '.journal', { create: true });
  try {
    const line = `\n${encodeJournalEntry(entry)}`;
    const at = endOfText(file);
    if (!isWritten(file, line + journalReserve, at)) isWritten(file, line, at);
    file.flush();
  } finally {
    file.close();
  }
}

/** Where the spaces at the end of a journal begin. */
function endOfText(file: FileSystemSyncAccessHandle): number {
  const size = file.getSize();
  const tail = new Uint8Array(Math.min(size, journalReserve.length));
  file.read(tail, { at: size - tail.byteLength });
  return size - tail.byteLength + new TextDecoder('latin1').decode(tail).trimEnd().length;
}

function isWritten(file: FileSystemSyncAccessHandle, text: string, at: number): boolean {
  const bytes = new TextEncoder().encode(text);
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

const isNotFound = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'NotFoundError';
