import type { CallId } from '../shared/ids.ts';
import type { KeptRecords } from '../shared/kept-records.ts';
import type { HistoryEntry } from './history-entry.ts';

/** How many calls are kept: the oldest go when more come. */
export const historyLimit = 20_000;

/**
 * The calls that this device keeps, newest first. Rejects with `history/storage-full` or `history/storage-failed`.
 */
export interface KeptHistory extends KeptRecords<HistoryEntry, CallId> {
  /**
   * Keeps a call that ended, once for all pages that rang for it (`isSameCall`, `betterEntry`), and lets go of what is
   * beyond `historyLimit`. Resolves with what was changed.
   */
  readonly add: (
    entry: HistoryEntry,
  ) => Promise<{ readonly put: readonly HistoryEntry[]; readonly removed: readonly CallId[] }>;
  /** How many missed calls ended after the last `markSeen`; asked without reading them. */
  readonly countUnseen: () => Promise<number>;
  /** The person has looked at the calls until this moment. */
  readonly markSeen: (atMs: number) => Promise<void>;
  /** Tells that another page has marked calls as seen. */
  readonly onSeenElsewhere: (listener: () => void) => void;
}
