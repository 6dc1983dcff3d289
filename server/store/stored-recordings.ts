import * as v from 'valibot';
import { encodeMarks, readMarks } from '#core/recording/recording-mark.ts';
import type { RecordingMeta } from '#core/recording/recording-meta.ts';
import type { Logger } from '#core/shared/logger.ts';
import type { RecordingId } from '#core/shared/ids.ts';
import type { Descriptions } from './backend.ts';
import { recordingIdOfUpload } from './recording-id.ts';
import { parseMetadata, sha256Form } from './parse-metadata.ts';

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
 * The accepted recordings. Each has one small JSON description, and its writing is the moment at which an upload becomes
 * a recording. They are read once at the start and kept in memory.
 */
export interface StoredRecordings {
  readonly find: (recordingId: RecordingId) => StoredEntry | null;
  /** Newest call first. */
  readonly list: () => readonly StoredEntry[];
  /** Durable when it resolves. Rejects with the backend's error, and then nothing is stored. */
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

/** How many descriptions are read at once: each is a request where they lie on S3. */
const readsAtOnce = 32;

/** Reads the descriptions of all accepted recordings. One that cannot be read is reported and left alone. */
export async function openStoredRecordings(
  descriptions: Descriptions,
  logger: Logger,
): Promise<StoredRecordings> {
  const entries = new Map<RecordingId, StoredEntry>();
  const read = async (recordingId: RecordingId): Promise<void> => {
    try {
      const entry = parseEntry(await descriptions.read(recordingId));
      if (entry.meta.recordingId === recordingId) entries.set(recordingId, entry);
    } catch (error) {
      logger.warn('A description of a recording could not be read.', { recordingId, error: String(error) });
    }
  };
  const ids = await descriptions.list();
  for (let first = 0; first < ids.length; first += readsAtOnce) {
    await Promise.all(ids.slice(first, first + readsAtOnce).map(read));
  }
  return {
    find: (recordingId) => entries.get(recordingId) ?? null,
    list: () =>
      [...entries.values()].sort(
        (a, b) => b.meta.startedAtMs - a.meta.startedAtMs || b.storedAtMs - a.storedAtMs,
      ),
    async add(entry) {
      await descriptions.write(entry.meta.recordingId, `${JSON.stringify(entry, null, 2)}\n`);
      entries.set(entry.meta.recordingId, entry);
    },
  };
}

function parseEntry(json: string): StoredEntry {
  const { meta, ...rest } = v.parse(entryForm, JSON.parse(json));
  return { meta: parseMetadata(meta), ...rest };
}
