/** A file that is open for writing. What it throws and rejects with are DOMExceptions: `QuotaExceededError` on a full disk. */
export interface DiskFile {
  /**
   * Takes bytes to be written from `at` on, which is at most the file's length. Returns how many; what else it returns or
   * throws on a full disk is the browser's. May throw for an earlier write, which failed meanwhile.
   */
  readonly write: (bytes: Uint8Array<ArrayBuffer>, options: { readonly at: number }) => number;
  /** Cuts what lies behind `size`, which is at most the file's length. May throw for an earlier write. */
  readonly truncate: (size: number) => void;
  /** What was written before survives a power loss, from the next write on at the latest. May throw for an earlier write. */
  readonly flush: () => void;
  /** Waits for what was taken. Resolves with the length that the file really has since it was cut to 0. Never rejects. */
  readonly settle: () => Promise<number>;
  /** Everything is written when it resolves. Rejects when it is not. */
  readonly close: () => Promise<void>;
}

/** Where the files of recordings are. Files of the same name are not opened twice at a time: see `recording-claims.ts`. */
export interface RecordingDisk {
  /** Names of all files, in no order. */
  readonly list: () => Promise<readonly string[]>;
  /** Dedicated worker only. Rejects with `NotFoundError` when there is none and it is not to be created. */
  readonly open: (name: string, options: { readonly create: boolean }) => Promise<DiskFile>;
  /** A file as it is now, also while it is being written; null when there is none. Any thread. */
  readonly read: (name: string) => Promise<File | null>;
  /** Idempotent. */
  readonly remove: (name: string) => Promise<void>;
}

/** What a disk says of a file that it has not. */
export const isNotFound = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'NotFoundError';
