import { type Contact, type ContactId, sortKey } from '#core/contacts/contact.ts';
import { PhoneError, type PhoneErrorCode } from '#core/errors/phone-error.ts';
import { betterEntry, type HistoryEntry, isSameCall } from '#core/history/history-entry.ts';
import { historyLimit, type KeptHistory } from '#core/history/history-port.ts';
import type { CallId } from '#core/shared/ids.ts';
import type { KeptRecords, RecordsChange } from '#core/shared/kept-records.ts';

/** A disk on which pages keep records together, as those of one browser do. */
export interface FakeDisk<Kept> {
  /** What a page has of it. */
  readonly open: () => Kept;
  /** Everything fails with this from now on; null: nothing does. */
  readonly refuse: (code: PhoneErrorCode | null) => void;
}

const partLength = 3;

function createTable<Item, Id>(idOf: (item: Item) => Id, compare: (a: Item, b: Item) => number) {
  const items = new Map<Id, Item>();
  const pages: ((change: RecordsChange<Item, Id>) => void)[][] = [];
  let refusal: PhoneErrorCode | null = null;

  const guard = async (): Promise<void> => {
    await Promise.resolve();
    if (refusal !== null) throw new PhoneError({ code: refusal });
  };
  const open = () => {
    const own: (typeof pages)[number] = [];
    pages.push(own);
    const tell = (change: RecordsChange<Item, Id>) =>
      pages
        .filter((page) => page !== own)
        .flat()
        .forEach((listener) => listener(change));
    const records: KeptRecords<Item, Id> = {
      async readAll(onPart) {
        await guard();
        const sorted = [...items.values()].sort(compare);
        for (let start = 0; start < sorted.length; start += partLength) {
          onPart(sorted.slice(start, start + partLength));
          await guard();
        }
      },
      async put(put) {
        await guard();
        for (const item of put) items.set(idOf(item), item);
        tell({ put, removed: [] });
      },
      async remove(removed) {
        await guard();
        for (const id of removed) items.delete(id);
        tell({ put: [], removed });
      },
      async clear() {
        await guard();
        items.clear();
        tell('everything');
      },
      onChangedElsewhere: (listener) => void own.push(listener),
    };
    return { records, tell };
  };
  const refuse = (code: PhoneErrorCode | null) => {
    refusal = code;
  };
  return { items, open, guard, refuse };
}

const compareTexts = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** A disk with these contacts. */
export function createFakeContactsDisk(
  contacts: readonly Contact[] = [],
): FakeDisk<KeptRecords<Contact, ContactId>> {
  const table = createTable<Contact, ContactId>(
    ({ contactId }) => contactId,
    (a, b) => compareTexts(sortKey(a), sortKey(b)) || compareTexts(a.contactId, b.contactId),
  );
  for (const contact of contacts) table.items.set(contact.contactId, contact);
  return { open: () => table.open().records, refuse: table.refuse };
}

/** A disk with these calls, which holds `limit` of them. */
export function createFakeHistoryDisk(
  entries: readonly HistoryEntry[] = [],
  limit = historyLimit,
): FakeDisk<KeptHistory> {
  const table = createTable<HistoryEntry, CallId>(
    ({ callId }) => callId,
    (a, b) => b.startedAtMs - a.startedAtMs || compareTexts(b.callId, a.callId),
  );
  for (const entry of entries) table.items.set(entry.callId, entry);
  const seenListeners: (() => void)[][] = [];
  let seenAtMs = 0;
  return {
    refuse: table.refuse,
    open() {
      const { records, tell } = table.open();
      const own: (() => void)[] = [];
      seenListeners.push(own);
      return {
        ...records,
        async add(entry) {
          await table.guard();
          const same = [...table.items.values()].find((item) => isSameCall(item, entry));
          const best = same === undefined ? entry : betterEntry(same, entry);
          const removed: CallId[] = same !== undefined && best !== same ? [same.callId] : [];
          for (const id of removed) table.items.delete(id);
          table.items.set(best.callId, best);
          const byAge = [...table.items.values()].sort((a, b) => a.startedAtMs - b.startedAtMs);
          for (const { callId } of byAge.slice(0, Math.max(0, byAge.length - limit))) {
            table.items.delete(callId);
            removed.push(callId);
          }
          const change = { put: [best], removed };
          tell(change);
          return change;
        },
        async countUnseen() {
          await table.guard();
          return [...table.items.values()].filter(
            ({ outcome, endedAtMs }) => outcome === 'missed' && endedAtMs > seenAtMs,
          ).length;
        },
        async markSeen(atMs) {
          await table.guard();
          seenAtMs = atMs;
          for (const listener of seenListeners.filter((page) => page !== own).flat()) listener();
        },
        onSeenElsewhere: (listener) => void own.push(listener),
      };
    },
  };
}
