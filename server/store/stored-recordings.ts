import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { encodeMarks, readMarks } from '#core/recording/recording-mark.ts';
import type { RecordingMeta } from '#core/recording/recording-meta.ts';
import type { Logger } from '#core/shared/logger.ts';
import type { RecordingId } from '#core/shared/ids.ts';
import { parseRecordingId, recordingIdOfUpload } from './recording-id.ts';
import { parseMetadata, sha256Form } from './parse-metadata.ts';
import { writeFileAtomically } from './write-file-atomically.ts';

/** What the store knows of a recording that it accepted. */
export interface StoredEntry {
  readonly meta: RecordingMeta;
  /** The upload that brought it, and the name of its file. */
  readonly uploadId: string;
  readonly bytes: number;
  /** Of the whole file, lower-case hex; null for one that was stored before the store kept digests. */
  readonly sha256: string | null;
  readonly durationMs: number;
  readonly storedAtMs: number;
}

/**
 * The accepted recordings. Each is one small JSON file, and that file's rename into place is the moment at which an
 * upload becomes a recording. They are read once at the start and kept in memory.
 */
export interface StoredRecordings {
  readonly find: (recordingId: RecordingId) => StoredEntry | null;
  /** Newest call first. */
  readonly list: () => readonly StoredEntry[];
  /** Durable when it resolves. Rejects with the system's error, and then nothing is stored. */
  readonly add: (entry: StoredEntry) => Promise<void>;
}

const wholeNumber = v.pipe(v.number(), v.integer(), v.minValue(0));
/** A value of a description on the disk, as the metadata that it came from. */
const metaValue = v.union([
  v.string(),
  v.pipe(v.number(), v.transform(String)),
  v.pipe(
    v.array(v.unknown()),
    v.transform((marks) => encodeMarks(readMarks(marks))),
  ),
]);
const entryForm = v.object({
  meta: v.record(v.string(), v.nullable(metaValue)),
  uploadId: v.pipe(
    v.string(),
    v.check((value) => recordingIdOfUpload(value) !== null),
  ),
  bytes: wholeNumber,
  sha256: v.optional(v.nullable(v.pipe(v.string(), v.regex(sha256Form))), null),
  durationMs: wholeNumber,
  storedAtMs: wholeNumber,
});

/** Opens the directory of accepted recordings, which must exist. A file that cannot be read is reported and left alone. */
export async function openStoredRecordings(directory: string, logger: Logger): Promise<StoredRecordings> {
  const entries = new Map<RecordingId, StoredEntry>();
  for (const name of await readdir(directory)) {
    const recordingId = name.endsWith('.json') ? parseRecordingId(name.slice(0, -'.json'.length)) : null;
    if (recordingId === null) continue;
    try {
      const entry = parseEntry(await readFile(join(directory, name), 'utf8'));
      if (entry.meta.recordingId === recordingId) entries.set(recordingId, entry);
    } catch (error) {
      logger.warn('A description of a recording could not be read.', { file: name, error: String(error) });
    }
  }
  return {
    find: (recordingId) => entries.get(recordingId) ?? null,
    list: () =>
      [...entries.values()].sort(
        (a, b) => b.meta.startedAtMs - a.meta.startedAtMs || b.storedAtMs - a.storedAtMs,
      ),
    async add(entry) {
      const path = join(directory, `${entry.meta.recordingId}.json`);
      await writeFileAtomically(path, `${JSON.stringify(entry, null, 2)}\n`);
      entries.set(entry.meta.recordingId, entry);
    },
  };
}

function parseEntry(json: string): StoredEntry {
  const { meta, ...rest } = v.parse(entryForm, JSON.parse(json));
  return { meta: parseMetadata(meta), ...rest };
}
