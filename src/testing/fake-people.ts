import { createContactBook } from '#core/contacts/contact-book.ts';
import { createContactImport } from '#core/contacts/contact-import.ts';
import type { Contact } from '#core/contacts/contact.ts';
import { createCallHistory } from '#core/history/call-history.ts';
import type { HistoryEntry } from '#core/history/history-entry.ts';
import { createPeopleDoor, type LoadPeople, type PeopleDoor } from '#core/people/people.ts';
import { silentLogger } from '#core/shared/logger.ts';
import { createStore } from '#core/shared/store.ts';
import { createFakeKeptText } from './fake-audio-devices.ts';
import { createFakeCallBook } from './fake-call-book.ts';
import { createFakeContactsDisk, createFakeHistoryDisk } from './fake-kept-people.ts';

export type FakePeople = ReturnType<typeof createFakePeople>;

/** A browser that keeps these calls and contacts. */
export function createFakePeople(
  given: { readonly calls?: readonly HistoryEntry[]; readonly contacts?: readonly Contact[] } = {},
) {
  const calls = createFakeHistoryDisk(given.calls);
  const contacts = createFakeContactsDisk(given.contacts);
  const unsaved = createFakeKeptText();
  let ids = 0;
  /** Opens one more page of that browser. */
  const load: LoadPeople = (tell) => {
    const book = createContactBook({
      kept: contacts.open(),
      createId: () => `made-${(ids += 1)}`,
      onNames: tell.names,
      logger: silentLogger,
    });
    return Promise.resolve({
      history: createCallHistory({
        kept: calls.open(),
        unsaved,
        nowMs: Date.now,
        onMissed: tell.missed,
        logger: silentLogger,
      }),
      contacts: book,
      contactImport: createContactImport(book),
    });
  };
  /** The same, for a phone in which no call ends. */
  const openPage = (): PeopleDoor =>
    createPeopleDoor({
      load,
      calls: { store: createFakeCallBook().store, subscribe: () => () => false },
      quality: createStore(new Map()),
      logger: silentLogger,
    });
  return { calls, contacts, unsaved, load, openPage };
}
