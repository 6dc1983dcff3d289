import type { Peaks } from '../recording/peaks.ts';
import type { RecordingMeta, Sn3Description } from '../recording/recording-meta.ts';

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
  /** Its encoded frames; missing where the store has none. */
  readonly sn3?: StoredSn3;
  /** What people wrote about it; empty or missing where nobody did. */
  readonly notes?: string;
  /** What the store lets whoever reads the listing do with it; missing where it does not say. */
  readonly allows?: readonly StoreAction[];
}

/**
 * What a store may allow, at the recording's URL. `peaks`: `GET …/peaks` gives what `encodePeaks` writes; `notes`:
 * `PUT …/notes` takes plain text; `delete`: `DELETE …` takes it off the list, and for a day `POST …/restore` brings it back.
 */
export const storeActions = ['peaks', 'notes', 'delete'] as const;
/** One of `storeActions`. */
export type StoreAction = (typeof storeActions)[number];

/** The encoded frames of a recording, as the store lists them with it. */
export interface StoredSn3 extends Sn3Description {
  /** As that of the recording. */
  readonly sha256: string | null;
  readonly url: string;
}

/** A stored file that the page can use by this URL until it gives it back. */
export interface OpenedRecording {
  readonly url: string;
  readonly release: () => void;
}

/**
 * Fetches a stored file whole, by the URL that the listing gives. Rejects with `upload/server-unreachable`,
 * `upload/token-refused` or `upload/refused`.
 */
export type OpenRecording = (url: string) => Promise<OpenedRecording>;

/**
 * Fetches encoded frames by the URL that the listing gives, and makes a WAV file of them, the remote party left. Rejects as
 * `OpenRecording` does, and with `recording/not-decodable`.
 */
export type OpenSn3AsWav = (sn3: Pick<StoredSn3, 'codecs' | 'url'>) => Promise<OpenedRecording>;

/**
 * What can be done with a stored recording where the store allows it, by the URL that the listing gives. Rejects with
 * `upload/server-unreachable`, `upload/token-refused`, `upload/refused`, and with `recording/file-gone` when the store has
 * no such recording any more.
 */
export interface StoredActions {
  readonly readPeaks: (url: string) => Promise<Peaks>;
  readonly setNotes: (url: string, notes: string) => Promise<void>;
  /** Takes it off the list. For a day it can be brought back. */
  readonly remove: (url: string) => Promise<void>;
  readonly restore: (url: string) => Promise<void>;
  /** Whether its file is there. */
  readonly probe: (url: string) => Promise<void>;
}

/** What the store has. */
export interface StoredRecordingsPort {
  /** Null where there is nothing but files. */
  readonly actions: StoredActions | null;
  /** Null where a file can be had by its URL alone, as a link and a player do, who cannot show a token. */
  readonly open: OpenRecording | null;
  /** Newest first, with absolute URLs. Rejects with `upload/server-unreachable`, `upload/token-refused` or `upload/refused`. */
  readonly list: () => Promise<readonly StoredRecording[]>;
}
