import type { CallInfo } from '../call/call-info.ts';
import { toPhoneErrorDetail, type PhoneErrorDetail } from '../errors/phone-error.ts';
import type { QualitySummary } from '../quality/call-quality.ts';
import type { CallId } from '../shared/ids.ts';
import type { RecordsChange } from '../shared/kept-records.ts';
import type { KeptText } from '../shared/kept-text.ts';
import type { Logger } from '../shared/logger.ts';
import { createStore, type ReadonlyStore } from '../shared/store.ts';
import { type HistoryEntry, toHistoryEntry } from './history-entry.ts';
import type { KeptHistory } from './history-port.ts';
import { prepareSearch } from './search-history.ts';
import { createUnsavedCalls } from './unsaved-calls.ts';

/** The calls that are over, as the person sees them. */
export interface HistoryState {
  readonly phase: 'unread' | 'reading' | 'read';
  /** Newest first; those of this page also when they could not be kept. */
  readonly entries: readonly HistoryEntry[];
  /** Why they could not be read the last time; null when they could. */
  readonly readError: PhoneErrorDetail | null;
  /** Why the last call that ended could not be kept; null when it could. */
  readonly keepError: PhoneErrorDetail | null;
}

/** Every call that ended. Nothing is read before `open`. */
export interface CallHistory {
  readonly store: ReadonlyStore<HistoryState>;
  /** Keeps a call that is over. When that fails, the call is listed nevertheless, and kept when the next one can be. */
  readonly add: (call: CallInfo, quality: QualitySummary | null) => void;
  /** Reads the calls once; again after it failed. */
  readonly open: () => void;
  /** The person looks at the calls: missed ones are not new any more. */
  readonly markSeen: () => void;
  /** Commands reject with `history/*`. */
  readonly remove: (callIds: readonly CallId[]) => Promise<void>;
  /** Brings back what was removed. */
  readonly restore: (entries: readonly HistoryEntry[]) => Promise<void>;
  readonly clear: () => Promise<void>;
}

type Change = RecordsChange<HistoryEntry, CallId>;

/** A history over what is kept. `onMissed` is told how many missed calls the person has not seen, now and whenever that changes. */
export function createCallHistory(deps: {
  readonly kept: KeptHistory;
  /** For calls that are not kept yet: a page that is closed has no time for a database. */
  readonly unsaved: KeptText;
  readonly nowMs: () => number;
  readonly onMissed: (count: number) => void;
  readonly logger: Logger;
}): CallHistory {
  const { kept, nowMs, onMissed, logger } = deps;
  const store = createStore<HistoryState>({ phase: 'unread', entries: [], readError: null, keepError: null });
  const unsaved = createUnsavedCalls(deps.unsaved);
  let late: Change[] | null = null;
  let seenAtMs = 0;

  const fail = (where: 'readError' | 'keepError', thrown: unknown): void => {
    const error = toPhoneErrorDetail(thrown);
    logger.warn('the history failed', { ...error });
    store.setState((state) => ({ ...state, [where]: error }));
  };

  const countMissed = async (): Promise<void> => {
    const count = await kept.countUnseen().catch(() => 0);
    const notKept = unsaved
      .list()
      .filter(({ outcome, endedAtMs }) => outcome === 'missed' && endedAtMs > seenAtMs);
    onMissed(count + notKept.length);
  };

  const show = ({ put, removed }: Exclude<Change, string>): void => {
    const gone = new Set([...removed, ...put.map(({ callId }) => callId)]);
    store.setState((state) => ({
      ...state,
      entries: put.reduce(
        insertNewest,
        state.entries.filter(({ callId }) => !gone.has(callId)),
      ),
    }));
  };

  const apply = (change: Change): void => {
    if (late !== null) late.push(change);
    else if (change === 'everything') {
      if (store.getState().phase === 'read') void read();
    } else show(change);
    void countMissed();
  };

  /** What the person took away is gone at once, also while the calls are read. */
  const takeAway = (callIds: readonly CallId[]): void => {
    const change = { put: [], removed: callIds };
    unsaved.remove(callIds);
    if (late !== null) show(change);
    apply(change);
  };

  const read = async (): Promise<void> => {
    late = [];
    const entries: HistoryEntry[] = [];
    try {
      await kept.readAll((part) => {
        for (const entry of part) {
          entries.push(entry);
          prepareSearch(entry);
        }
      });
      const shown = unsaved.list().reduce(insertNewest, entries);
      store.setState((state) => ({ ...state, phase: 'read', entries: shown, readError: null }));
    } catch (thrown) {
      store.setState((state) => ({ ...state, phase: 'read' }));
      fail('readError', thrown);
    }
    const changes = late;
    late = null;
    for (const change of changes) apply(change);
  };

  const save = async (entry: HistoryEntry): Promise<void> => {
    const change = await kept.add(entry);
    unsaved.remove([entry.callId]);
    apply({ ...change, removed: [...change.removed, entry.callId] });
  };

  /** Keeps a call that ended, and then those that could not be kept before. */
  const saveAll = async (ended: readonly HistoryEntry[]): Promise<void> => {
    const before = unsaved.list().filter(({ callId }) => ended.every((entry) => entry.callId !== callId));
    for (const entry of [...ended, ...before]) {
      try {
        await save(entry);
      } catch (thrown) {
        fail('keepError', thrown);
        apply({ put: [entry], removed: [] });
        return;
      }
    }
    if (store.getState().keepError !== null) store.setState((state) => ({ ...state, keepError: null }));
  };

  kept.onChangedElsewhere(apply);
  kept.onSeenElsewhere(() => void countMissed());
  // What an earlier page had no time or no room for.
  void saveAll([]);
  void countMissed();

  return {
    store,
    add(call, quality) {
      const entry = toHistoryEntry(call, quality);
      if (entry === null) return;
      unsaved.add(entry);
      void saveAll([entry]);
    },
    open() {
      const { phase, readError } = store.getState();
      if (late !== null || (phase === 'read' && readError === null)) return;
      store.setState((state) => ({ ...state, phase: 'reading' }));
      void read();
    },
    markSeen() {
      seenAtMs = nowMs();
      onMissed(0);
      kept.markSeen(seenAtMs).then(countMissed, (thrown: unknown) => fail('keepError', thrown));
    },
    async remove(callIds) {
      await kept.remove(callIds);
      takeAway(callIds);
    },
    async restore(entries) {
      await kept.put(entries);
      apply({ put: entries, removed: [] });
    },
    async clear() {
      const before = [...store.getState().entries, ...unsaved.list()].map(({ callId }) => callId);
      await kept.clear();
      takeAway(before);
      // One that ended meanwhile is there still.
      apply('everything');
    },
  };
}

/** Newest first, and it stays so. */
function insertNewest(entries: readonly HistoryEntry[], entry: HistoryEntry): readonly HistoryEntry[] {
  const at = entries.findIndex(({ startedAtMs }) => startedAtMs <= entry.startedAtMs);
  return entries.toSpliced(at === -1 ? entries.length : at, 0, entry);
}
