import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Contact, ContactId } from '#core/contacts/contact.ts';
import type { HistoryEntry } from '#core/history/history-entry.ts';
import type { CallId } from '#core/shared/ids.ts';

/** How a record lies in the database: beside it what it is found by. */
export interface Row<Item, Id> {
  readonly id: Id;
  /** Ends with the id, so that no two are equal. */
  readonly order: readonly [number | string, Id];
  readonly item: Item;
}

/** A call, found by the SIP call that it was. */
export interface CallRow extends Row<HistoryEntry, CallId> {
  readonly sipCallId: string;
  /** Only of missed ones: the index holds no others. */
  readonly missedAtMs?: number;
}

/** The tables. */
export interface PeopleSchema extends DBSchema {
  calls: {
    key: CallId;
    value: CallRow;
    indexes: { order: [number, CallId]; sipCallId: string; missedAtMs: number };
  };
  contacts: { key: ContactId; value: Row<Contact, ContactId>; indexes: { order: [string, ContactId] } };
  /** Until when the calls were looked at, under `seenAtMs`. */
  marks: { key: string; value: number };
}

export type PeopleDatabase = IDBPDatabase<PeopleSchema>;

/** The connection, made when it is first wanted, and again after the browser has closed it. Rejects with a DOMException. */
export function createPeopleDatabase(): () => Promise<PeopleDatabase> {
  let opened: Promise<PeopleDatabase> | null = null;
  const forget = () => {
    opened = null;
  };
  const open = async (): Promise<PeopleDatabase> => {
    const database = await openDB<PeopleSchema>('people', 1, {
      upgrade(created) {
        const calls = created.createObjectStore('calls', { keyPath: 'id' });
        calls.createIndex('order', 'order');
        calls.createIndex('sipCallId', 'sipCallId');
        calls.createIndex('missedAtMs', 'missedAtMs');
        created.createObjectStore('contacts', { keyPath: 'id' }).createIndex('order', 'order');
        created.createObjectStore('marks');
      },
      // A page of a newer version waits for this one to let go.
      blocking(_current, _blocked, event) {
        forget();
        (event.target as IDBDatabase).close();
      },
      terminated: forget,
    });
    return database;
  };
  return () =>
    (opened ??= open().catch((error: unknown) => {
      forget();
      throw error;
    }));
}
