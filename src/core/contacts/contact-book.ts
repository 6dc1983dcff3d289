import { toPhoneErrorDetail, type PhoneErrorDetail } from '../errors/phone-error.ts';
import type { CreateId } from '../shared/ids.ts';
import type { KeptRecords, RecordsChange } from '../shared/kept-records.ts';
import type { Logger } from '../shared/logger.ts';
import { createStore, type ReadonlyStore } from '../shared/store.ts';
import {
  contactFingerprint,
  type Contact,
  type ContactDetails,
  type ContactId,
  asContactId,
  sortKey,
} from './contact.ts';
import { createContactIndex } from './contact-index.ts';
import type { ContactNames } from './known-names.ts';
import { contactText } from './search-contacts.ts';

/** The contacts as the person sees them. */
export interface ContactsState {
  readonly phase: 'reading' | 'read';
  /** By name. */
  readonly contacts: readonly Contact[];
  /** Why they could not be read; null when they could. */
  readonly error: PhoneErrorDetail | null;
}

/** How many of an import are kept already. */
export type OnImported = (kept: number) => void;

/** What became of an import. */
export interface ImportReport {
  readonly added: readonly ContactId[];
  /** Left out, because a contact says the same. */
  readonly known: number;
}

/** The person's contacts: read once, kept on this device, and known to every page of this browser. Commands reject with `contacts/*`. */
export interface ContactBook {
  readonly store: ReadonlyStore<ContactsState>;
  /** Reads them once more, where that has failed. */
  readonly readAgain: () => void;
  /** Adds, or replaces the one with this id. */
  readonly save: (contact: ContactDetails & { readonly contactId?: ContactId }) => Promise<Contact>;
  readonly remove: (contactIds: readonly ContactId[]) => Promise<void>;
  /** Brings back what was removed. */
  readonly restore: (contacts: readonly Contact[]) => Promise<void>;
  /** Adds those that are not known, part by part, so that calls go on meanwhile. What failed leaves what was kept until then. */
  readonly addAll: (contacts: readonly ContactDetails[], onImported: OnImported) => Promise<ImportReport>;
  readonly clear: () => Promise<void>;
}

/** So many are written or taken away at a time: a few milliseconds of the page. */
const partLength = 250;

/** More of a change is not worked into the list, which would keep the page busy, but read anew, part by part. */
const mostAtOnce = 200;

type Change = RecordsChange<Contact, ContactId>;

const isMuch = (change: Change): boolean =>
  change === 'everything' || change.put.length + change.removed.length > mostAtOnce;

function isBefore(a: Contact, b: Contact): boolean {
  const [left, right] = [sortKey(a), sortKey(b)];
  return left === right ? a.contactId < b.contactId : left < right;
}

/** Reads the contacts at once. `onNames` is told who is who whenever that changes. */
export function createContactBook(deps: {
  readonly kept: KeptRecords<Contact, ContactId>;
  readonly createId: CreateId;
  readonly onNames: (names: ContactNames) => void;
  readonly logger: Logger;
}): ContactBook {
  const { kept, createId, onNames, logger } = deps;
  const store = createStore<ContactsState>({ phase: 'reading', contacts: [], error: null });
  let index = createContactIndex();
  /** What changed while they were read. */
  let late: Change[] | null = null;

  const apply = (change: Change): void => {
    if (late !== null) {
      late.push(change);
      return;
    }
    if (change === 'everything' || isMuch(change)) {
      void read();
      return;
    }
    const gone = new Set([...change.removed, ...change.put.map(({ contactId }) => contactId)]);
    const { contacts } = store.getState();
    for (const contact of contacts) if (gone.has(contact.contactId)) index.remove(contact);
    for (const contact of change.put) index.add(contact);
    const rest = contacts.filter(({ contactId }) => !gone.has(contactId));
    const next = change.put.reduce(insertByName, rest);
    store.setState((state) => ({ ...state, contacts: next }));
    onNames(index.names());
  };

  const read = async (): Promise<void> => {
    late = [];
    // Of an empty list it is not known whether it still is one.
    if (store.getState().contacts.length === 0) store.setState((state) => ({ ...state, phase: 'reading' }));
    const contacts: Contact[] = [];
    const next = createContactIndex();
    try {
      await kept.readAll((part) => {
        for (const contact of part) {
          contacts.push(contact);
          next.add(contact);
          // Beforehand: of 100,000 at once the first search would keep the page busy.
          contactText(contact);
        }
      });
      index = next;
      store.setState({ phase: 'read', contacts, error: null });
      onNames(index.names());
    } catch (thrown) {
      const error = toPhoneErrorDetail(thrown);
      logger.warn('contacts could not be read', { ...error });
      // Those that were read before stay.
      store.setState((state) => ({ ...state, phase: 'read', error }));
    }
    const changes = late;
    late = null;
    // Read once more, it has them all: an import by another page tells of hundreds.
    if (changes.some(isMuch)) void read();
    else for (const change of changes) apply(change);
  };

  kept.onChangedElsewhere(apply);
  void read();

  return {
    store,
    readAgain() {
      if (late !== null) return;
      store.setState((state) => ({ ...state, phase: 'reading' }));
      void read();
    },
    async save(details) {
      const contact: Contact = { ...details, contactId: details.contactId ?? asContactId(createId()) };
      await kept.put([contact]);
      apply({ put: [contact], removed: [] });
      return contact;
    },
    async remove(contactIds) {
      for (let start = 0; start < contactIds.length; start += partLength) {
        await kept.remove(contactIds.slice(start, start + partLength));
      }
      apply({ put: [], removed: contactIds });
    },
    async restore(contacts) {
      await kept.put(contacts);
      apply({ put: contacts, removed: [] });
    },
    async addAll(contacts, onImported) {
      const seen = new Set<string>();
      const added: ContactId[] = [];
      try {
        for (let start = 0; start < contacts.length; start += partLength) {
          const part = contacts.slice(start, start + partLength).filter((contact) => {
            const fingerprint = contactFingerprint(contact);
            if (seen.has(fingerprint) || index.knows(fingerprint)) return false;
            seen.add(fingerprint);
            return true;
          });
          const numbered = part.map((contact) => ({ ...contact, contactId: asContactId(createId()) }));
          await kept.put(numbered);
          for (const { contactId } of numbered) added.push(contactId);
          onImported(Math.min(start + partLength, contacts.length));
        }
      } finally {
        if (added.length > 0) apply('everything');
      }
      return { added, known: contacts.length - added.length };
    },
    async clear() {
      await kept.clear();
      apply('everything');
    },
  };
}

/** `contacts` are in order, and stay so. */
function insertByName(contacts: readonly Contact[], contact: Contact): readonly Contact[] {
  let [low, high] = [0, contacts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = contacts[middle];
    if (other !== undefined && isBefore(other, contact)) low = middle + 1;
    else high = middle;
  }
  return contacts.toSpliced(low, 0, contact);
}
