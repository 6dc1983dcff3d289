/** What this browser gives the phone to keep things in, and how much of it is used. */
export interface StorageFigures {
  readonly usedBytes: number;
  /** At least 1. */
  readonly quotaBytes: number;
}

/** The browser's storage of this origin. Nothing rejects. */
export interface DeviceStoragePort {
  /** Null where the browser does not tell. */
  readonly measure: () => Promise<StorageFigures | null>;
  /** Whether the browser keeps it until the person deletes it; false where it may clear it for room; null where it does not tell. */
  readonly isPersisted: () => Promise<boolean | null>;
  /** Asks the browser to keep it; to be called from a click, as some ask the person. Resolves with its answer. */
  readonly persist: () => Promise<boolean>;
  /** Whether anything is kept at all: people switch it off. */
  readonly keepsAnything: () => Promise<boolean>;
  /** How much is left of files that were made to be saved. */
  readonly exportsBytes: () => Promise<number>;
  /** Deletes them, but for those that are being made. */
  readonly deleteExports: () => Promise<void>;
  /** How much the person's settings take: devices, rules, look and the like. */
  readonly settingsBytes: () => number;
  /** Forgets them. The page goes on with what it has until it is loaded again. */
  readonly forgetSettings: () => Promise<void>;
}
