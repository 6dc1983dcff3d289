import type { CallId } from '../shared/ids.ts';
import type { KeptText } from '../shared/kept-text.ts';
import type { HistoryEntry } from './history-entry.ts';

/** Calls that ended and are not in the history yet. */
export interface UnsavedCalls {
  readonly list: () => readonly HistoryEntry[];
  readonly add: (entry: HistoryEntry) => void;
  readonly remove: (callIds: readonly CallId[]) => void;
}

/** More would fill what a browser has for such texts. */
const mostCalls = 500;

/**
 * Keeps them in a text that is written at once, for a page that is closed with its call, and in memory where the browser
 * keeps no text. Other pages write the same text: each reads it before it writes.
 */
export function createUnsavedCalls(text: KeptText): UnsavedCalls {
  let own: readonly HistoryEntry[] = [];

  const list = (): readonly HistoryEntry[] => {
    const kept = parse(text.read());
    const keptIds = new Set(kept.map(({ callId }) => callId));
    return [...kept, ...own.filter(({ callId }) => !keptIds.has(callId))];
  };
  const write = (entries: readonly HistoryEntry[]): void =>
    text.write(entries.length === 0 ? '' : JSON.stringify(entries.slice(-mostCalls)));

  return {
    list,
    add(entry) {
      own = [...own, entry].slice(-mostCalls);
      write([...parse(text.read()), entry]);
    },
    remove(callIds) {
      const gone = new Set(callIds);
      own = own.filter((entry) => !gone.has(entry.callId));
      const kept = parse(text.read());
      if (kept.length > 0) write(kept.filter((entry) => !gone.has(entry.callId)));
    },
  };
}

/** Whoever writes into the page's storage by hand must not break the phone. */
function parse(text: string | null): readonly HistoryEntry[] {
  if (text === null || text === '') return [];
  try {
    const entries = JSON.parse(text) as unknown;
    return Array.isArray(entries) ? entries.filter(isEntry) : [];
  } catch {
    return [];
  }
}

function isEntry(value: unknown): value is HistoryEntry {
  if (typeof value !== 'object' || value === null) return false;
  const entry = value as Partial<Record<keyof HistoryEntry, unknown>>;
  const texts = [
    entry.callId,
    entry.sipCallId,
    entry.direction,
    entry.localUri,
    entry.remoteUri,
    entry.outcome,
  ];
  return (
    texts.every((text) => typeof text === 'string') &&
    [entry.startedAtMs, entry.endedAtMs].every(Number.isFinite)
  );
}
