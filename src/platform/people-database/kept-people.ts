import { type Contact, type ContactId, sortKey } from '#core/contacts/contact.ts';
import { betterEntry, isSameCall, type HistoryEntry } from '#core/history/history-entry.ts';
import { historyLimit, type KeptHistory } from '#core/history/history-port.ts';
import type { CallId } from '#core/shared/ids.ts';
import type { KeptRecords } from '#core/shared/kept-records.ts';
import { guarded } from './kept-error.ts';
import { createKeptRows } from './kept-rows.ts';
import { openChannel } from './other-pages.ts';
import type { CallRow, PeopleDatabase } from './people-database.ts';

const seenKey = 'seenAtMs';

const toCallRow = (entry: HistoryEntry): CallRow => ({
  id: entry.callId,
  order: [entry.startedAtMs, entry.callId],
  sipCallId: entry.sipCallId,
  ...(entry.outcome === 'missed' ? { missedAtMs: entry.endedAtMs } : {}),
  item: entry,
});

/** Contacts in the people's database, by name. */
export const createKeptContacts = (
  database: () => Promise<PeopleDatabase>,
): KeptRecords<Contact, ContactId> =>
  createKeptRows({
    database,
    table: 'contacts',
    area: 'contacts',
    direction: 'next',
    toRow: (contact) => ({
      id: contact.contactId,
      order: [sortKey(contact), contact.contactId],
      item: contact,
    }),
  });

/** Calls in the people's database, newest first. */
export function createKeptHistory(
  database: () => Promise<PeopleDatabase>,
  limit = historyLimit,
): KeptHistory {
  const rows = createKeptRows<HistoryEntry, CallId>({
    database,
    table: 'calls',
    area: 'history',
    direction: 'prev',
    toRow: toCallRow,
  });
  const seen = openChannel<'seen'>('sidetone.calls-seen');

  /** One transaction: two pages that rang for one call end in the same moment. */
  const keep = async (entry: HistoryEntry) => {
    const transaction = (await database()).transaction('calls', 'readwrite');
    const { store } = transaction;
    const written = await store.index('sipCallId').getAll(entry.sipCallId);
    const known = await store.get(entry.callId);
    const same = [...written, ...(known === undefined ? [] : [known])]
      .map(({ item }) => item)
      .find((item) => isSameCall(item, entry));
    const best = same === undefined ? entry : betterEntry(same, entry);
    const removed: CallId[] = [];
    if (same !== undefined && best !== same) {
      await store.delete(same.callId);
      removed.push(same.callId);
    }
    if (best !== same) await store.put(toCallRow(best));
    for (let over = (await store.count()) - limit; over > 0; over -= 1) {
      const oldest = await store.index('order').openKeyCursor();
      if (oldest === null) break;
      await store.delete(oldest.primaryKey);
      removed.push(oldest.primaryKey);
    }
    await transaction.done;
    return { put: [best], removed };
  };

  return {
    ...rows,
    async add(entry) {
      const change = await guarded('history', () => keep(entry));
      rows.tell(change);
      return change;
    },
    countUnseen: () =>
      guarded('history', async () => {
        const opened = await database();
        const seenAtMs = (await opened.get('marks', seenKey)) ?? 0;
        return opened.countFromIndex('calls', 'missedAtMs', IDBKeyRange.lowerBound(seenAtMs, true));
      }),
    async markSeen(atMs) {
      await guarded('history', async () => (await database()).put('marks', atMs, seenKey));
      seen.tell('seen');
    },
    onSeenElsewhere: (listener) => seen.onTold(listener),
  };
}
