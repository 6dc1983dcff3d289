import type { Readable } from 'node:stream';
import type { DataStore } from '@tus/server';
import type { AnnouncedMetadata } from './parse-metadata.ts';

/**
 * Where a store keeps what it has: on this disk, or in a bucket of S3. For one server at a time. Everything rejects with
 * the system's error, or that of S3.
 */
export interface Backend {
  readonly audio: AudioBackend;
  readonly descriptions: Descriptions;
}

/** The audio of unfinished uploads and of recordings. Accepting one moves no bytes: it keeps the name of its upload. */
export interface AudioBackend {
  /** The unfinished ones, as @tus/server needs them. */
  readonly uploads: DataStore;
  /** Names of all unfinished uploads. */
  readonly listUploads: () => Promise<readonly string[]>;
  /** Replaces what was announced of an unfinished upload. Ignored for any other. */
  readonly describe: (uploadId: string, metadata: AnnouncedMetadata) => Promise<void>;
  /** A file that is complete; null when there is none. */
  readonly open: (uploadId: string) => Promise<AudioFile | null>;
  /** Makes a complete file durable, beginning with these bytes. */
  readonly seal: (uploadId: string, head: Buffer | null) => Promise<void>;
  /** Forgets that a file was an upload; the file stays. */
  readonly settle: (uploadId: string) => Promise<void>;
  /** Removes an upload with its bytes. Idempotent. */
  readonly discard: (uploadId: string) => Promise<void>;
}

/** A complete file. Whoever opened it closes it. */
export interface AudioFile {
  readonly bytes: number;
  /** Both ends are bytes of the file. */
  readonly read: (start: number, endInclusive: number) => Promise<Readable>;
  readonly close: () => Promise<void>;
}

/** One text for each accepted file, by its stored name: `ID`, or `ID.sn3`; beside them the peaks of sound, as `ID.peaks`, which `list` leaves out. */
export interface Descriptions {
  readonly list: () => Promise<readonly string[]>;
  readonly read: (name: string) => Promise<string>;
  /** Durable when it resolves, and whole or not at all. */
  readonly write: (name: string, text: string) => Promise<void>;
  /** Idempotent. */
  readonly remove: (name: string) => Promise<void>;
}
