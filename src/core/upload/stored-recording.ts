import type { RecordingMeta } from '../recording/recording-meta.ts';

/** A recording as the store lists it. Wire contract: `GET /recordings` answers `{recordings: StoredRecording[]}`, newest first. */
export interface StoredRecording extends RecordingMeta {
  /** Whole WAV file, header included. */
  readonly bytes: number;
  readonly durationMs: number;
  /** SHA-256 of the whole file as it is fetched from the store, in lower-case hex; null where the store does not say. */
  readonly sha256: string | null;
  /** When the store had all of it, in milliseconds since the Unix epoch. */
  readonly storedAtMs: number;
  /** Path of the file on the store, from which byte ranges can be fetched: `/recordings/<id>`. */
  readonly url: string;
}

/** The store's listing. */
export interface StoredRecordingsPort {
  /** Newest first, with absolute URLs. Rejects with `upload/server-unreachable` or `upload/refused`. */
  readonly list: () => Promise<readonly StoredRecording[]>;
}
