import * as v from 'valibot';
import { readSn3Codecs, type Sn3Codec } from '#core/recording/sn3-codec.ts';
import { encodeMarks, readMarks } from '#core/recording/recording-mark.ts';
import type { RecordingMeta } from '#core/recording/recording-meta.ts';
import type { Logger } from '#core/shared/logger.ts';
import { createSerialQueue } from '#core/shared/serial-queue.ts';
import type { Descriptions } from './backend.ts';
import { storedName, storedNameOfUpload } from './recording-id.ts';
import { parseMetadata, sha256Form } from './parse-metadata.ts';

/** What the store knows of a file that it accepted: the sound of a recording, or its encoded frames. */
export interface StoredEntry {
  readonly meta: RecordingMeta;
  /** The upload that brought it, and the name of its file. */
  readonly uploadId: string;
  readonly bytes: number;
  /** Of the whole file, lower-case hex; null for one that was stored before the store kept digests. */
  readonly sha256: string | null;
  readonly durationMs: number;
  readonly storedAtMs: number;
  /** What its encoded frames are; null for a recording's sound. */
  readonly codecs: readonly Sn3Codec[] | null;
  /** What people wrote about it; empty where nobody did. */
  readonly notes: string;
  /** When somebody deleted it, in milliseconds since the Unix epoch; null while it is in the list. */
  readonly deletedAtMs: number | null;
}

/**
 * The accepted files. Each has one small JSON description, and its writing is the moment at which an upload becomes
 * a recording. They are read once at the start and kept in memory.
 */
export interface StoredRecordings {
  /** By its stored name, `ID` or `ID.sn3`; one that was deleted, too, as long as its bytes are there. */
  readonly find: (name: string) => StoredEntry | null;
  /** The sound of each recording that was not deleted, newest call first. */
  readonly list: () => readonly StoredEntry[];
  /** What was deleted and still has its bytes. */
  readonly listDeleted: () => readonly StoredEntry[];
  /** Durable when it resolves. Rejects with the backend's error, and then nothing is stored. */
  readonly add: (entry: StoredEntry) => Promise<void>;
  /** Changes what is known of an accepted file. Durable when it resolves; rejects with the backend's error. */
  readonly change: (
    entry: StoredEntry,
    changes: Partial<Pick<StoredEntry, 'notes' | 'deletedAtMs'>>,
  ) => Promise<void>;
  /** Forgets an accepted file, for good. Rejects with the backend's error. */
  readonly forget: (entry: StoredEntry) => Promise<void>;
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
    v.check((value) => storedNameOfUpload(value) !== null),
  ),
  bytes: wholeNumber,
  sha256: v.optional(v.nullable(v.pipe(v.string(), v.regex(sha256Form))), null),
  durationMs: wholeNumber,
  storedAtMs: wholeNumber,
  codecs: v.optional(v.nullable(v.pipe(v.unknown(), v.transform(readSn3Codecs))), null),
  notes: v.optional(v.string(), ''),
  deletedAtMs: v.optional(v.nullable(wholeNumber), null),
});

const nameOf = ({ meta, codecs }: StoredEntry): string => storedName(meta.recordingId, codecs !== null);

/** How many descriptions are read at once: each is a request where they lie on S3. */
const readsAtOnce = 32;

/** Reads the descriptions of all accepted recordings. One that cannot be read is reported and left alone. */
export async function openStoredRecordings(
  descriptions: Descriptions,
  logger: Logger,
): Promise<StoredRecordings> {
  const entries = new Map<string, StoredEntry>();
  const read = async (name: string): Promise<void> => {
    try {
      const entry = parseEntry(await descriptions.read(name));
      if (nameOf(entry) === name) entries.set(name, entry);
    } catch (error) {
      logger.warn('A description of a recording could not be read.', { name, error: String(error) });
    }
  };
  const names = await descriptions.list();
  for (let first = 0; first < names.length; first += readsAtOnce) {
    await Promise.all(names.slice(first, first + readsAtOnce).map(read));
  }
  const add = async (entry: StoredEntry): Promise<void> => {
    await descriptions.write(nameOf(entry), `${JSON.stringify(entry, null, 2)}\n`);
    entries.set(nameOf(entry), entry);
  };
  /** Two changes of one file at a time would each undo the other's. */
  const inOrder = createSerialQueue();
  return {
    find: (name) => entries.get(name) ?? null,
    list: () =>
      [...entries.values()]
        .filter(({ codecs, deletedAtMs }) => codecs === null && deletedAtMs === null)
        .sort((a, b) => b.meta.startedAtMs - a.meta.startedAtMs || b.storedAtMs - a.storedAtMs),
    listDeleted: () => [...entries.values()].filter(({ deletedAtMs }) => deletedAtMs !== null),
    add,
    change: (entry, changes) =>
      inOrder(async () => {
        const now = entries.get(nameOf(entry));
        if (now !== undefined) await add({ ...now, ...changes });
      }),
    forget: (entry) =>
      inOrder(async () => {
        await descriptions.remove(nameOf(entry));
        entries.delete(nameOf(entry));
      }),
  };
}

function parseEntry(json: string): StoredEntry {
  const { meta, ...rest } = v.parse(entryForm, JSON.parse(json));
  return { meta: parseMetadata(meta), ...rest };
}
