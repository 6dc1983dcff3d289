import { createContactBook } from '#core/contacts/contact-book.ts';
import { createContactImport } from '#core/contacts/contact-import.ts';
import { createCallHistory } from '#core/history/call-history.ts';
import type { LoadPeople } from '#core/people/people.ts';
import { browserClock } from '#platform/browser/browser-clock.ts';
import { consoleLogger } from '#platform/browser/console-logger.ts';
import { createKeptText } from '#platform/browser/kept-text.ts';
import { createKeptContacts, createKeptHistory } from '#platform/people-database/kept-people.ts';
import { createPeopleDatabase } from '#platform/people-database/people-database.ts';

/** The people that this browser keeps. In a file of its own: none of it is needed for a call. */
export const loadPeople: LoadPeople = (tell) => {
  const database = createPeopleDatabase();
  const contacts = createContactBook({
    kept: createKeptContacts(database),
    createId: () => crypto.randomUUID(),
    onNames: tell.names,
    logger: consoleLogger,
  });
  return Promise.resolve({
    history: createCallHistory({
      kept: createKeptHistory(database),
      unsaved: createKeptText('sidetone.unsaved-calls'),
      nowMs: browserClock.nowMs,
      onMissed: tell.missed,
      logger: consoleLogger,
    }),
    contacts,
    contactImport: createContactImport(contacts),
  });
};
