import { FileUp, UserPlus } from 'lucide-react';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { ContactBook as Book } from '#core/contacts/contact-book.ts';
import type { ContactImport } from '#core/contacts/contact-import.ts';
import type { Contact, ContactDetails } from '#core/contacts/contact.ts';
import { findContacts } from '#core/contacts/search-contacts.ts';
import { toSearch } from '#core/shared/search-text.ts';
import { goTo, hrefOf, newContactPart, readNewContact } from '../shared/addresses.ts';
import { Button, buttonClass } from '../shared/Button.tsx';
import { EmptyList } from '../shared/EmptyList.tsx';
import { ErrorNotice } from '../shared/ErrorNotice.tsx';
import { UndoLine } from '../shared/UndoLine.tsx';
import { useAttempt } from '../shared/use-attempt.ts';
import { usePlaceCall } from '../shared/use-place-call.ts';
import { words } from '../words.ts';
import { contactDraft } from './contact-draft.ts';
import { ContactBar } from './ContactBar.tsx';
import styles from './ContactBook.module.css';
import { ContactCard } from './ContactCard.tsx';
import { ContactEditor } from './ContactEditor.tsx';
import { ContactList } from './ContactList.tsx';
import { ImportProgress } from './ImportProgress.tsx';
import { readContacts } from './read-file.ts';

const blank: ContactDetails = { name: '', organisation: '', addresses: [], note: '', isFavourite: false };

/** The list, and beside it the one that is chosen; on narrow screens one of the two. */
export function ContactBook({
  book,
  imports,
  part,
}: {
  readonly book: Book;
  readonly imports: ContactImport;
  readonly part: string | null;
}) {
  const { phase, contacts, error: readError } = useStore(book.store);
  const [typed, setTyped] = useState('');
  const searched = useDeferredValue(typed);
  const found = useMemo(() => findContacts(contacts, toSearch(searched)), [contacts, searched]);
  const [removed, setRemoved] = useState<Contact | null>(null);
  const { error, attempt } = useAttempt();
  const { error: callError, place } = usePlaceCall();
  const isImporting = useStore(imports.store, (state) => state.phase === 'importing');
  const picker = useRef<HTMLInputElement>(null);
  const chosen = useMemo(
    () => contacts.find(({ contactId }) => contactId === part) ?? null,
    [contacts, part],
  );
  const made = readNewContact(part);
  const remove = (contact: Contact) =>
    attempt(async () => {
      await book.remove([contact.contactId]);
      setRemoved(contact);
      goTo('contacts');
    });
  const undo = async () => {
    if (removed === null) return;
    await attempt(async () => {
      await book.restore([removed]);
      setRemoved(null);
    });
  };
  const toggleFavourite = (contact: Contact) =>
    attempt(async () => {
      await book.save({ ...contact, isFavourite: !contact.isFavourite });
    });
  // What is done with the one that is chosen is said beside it: in narrow windows the list is out of sight.
  const shownError = callError ?? (chosen === null ? error : null) ?? readError;

  return (
    <div className={styles.page} data-chosen={chosen !== null || made !== null}>
      <section className={styles.list}>
        <ContactBar
          typed={typed}
          onType={setTyped}
          contacts={contacts}
          found={found}
          isImporting={isImporting}
          onImport={(file) => imports.start((onProgress, signal) => readContacts(file, onProgress, signal))}
          picker={picker}
        />
        <ImportProgress imports={imports} />
        {shownError === null ? null : (
          <ErrorNotice
            error={shownError}
            tone="warning"
            urgent
            action={
              shownError === readError ? (
                <Button onClick={book.readAgain}>{words.people.again}</Button>
              ) : undefined
            }
          />
        )}
        <UndoLine
          said={removed === null ? null : words.contacts.removed(removed.name)}
          onUndo={() => void undo()}
          onDismiss={() => setRemoved(null)}
        />
        {found.length > 0 ? (
          <ContactList
            contacts={found}
            chosenId={chosen?.contactId ?? null}
            isSearched={searched !== ''}
            onCall={place}
            onOpen={({ contactId }) => goTo('contacts', contactId)}
          />
        ) : (
          <Nothing
            isReading={phase === 'reading'}
            isUnknown={(readError !== null || isImporting) && contacts.length === 0}
            isSearched={searched !== ''}
            onImport={() => picker.current?.click()}
          />
        )}
      </section>
      <section tabIndex={-1} className={styles.stage}>
        {made === null || part === null ? null : (
          <ContactEditor
            key={part}
            title={words.contacts.addTitle}
            details={{ ...blank, name: made.name, addresses: [{ kind: 'work', value: made.address }] }}
            draft={contactDraft(book, part)}
            onSave={async (details) => {
              const contact = await book.save(details);
              goTo('contacts', contact.contactId);
            }}
            onCancel={() => goTo('contacts')}
          />
        )}
        {chosen === null || error === null ? null : <ErrorNotice error={error} tone="warning" urgent />}
        {chosen === null ? null : (
          <ContactCard
            key={chosen.contactId}
            contact={chosen}
            draft={contactDraft(book, chosen.contactId)}
            onSave={book.save}
            onRemove={(contact) => void remove(contact)}
            onToggleFavourite={(contact) => void toggleFavourite(contact)}
          />
        )}
        {made === null && chosen === null && contacts.length > 0 ? (
          <EmptyList title={words.contacts.choose} hint={words.contacts.chooseHint} />
        ) : null}
      </section>
    </div>
  );
}

function Nothing({
  isReading,
  isUnknown,
  isSearched,
  onImport,
}: {
  readonly isReading: boolean;
  readonly isUnknown: boolean;
  readonly isSearched: boolean;
  readonly onImport: () => void;
}) {
  if (isReading) return <EmptyList hint={words.people.loading} />;
  // Whether there are any is not known.
  if (isUnknown) return null;
  return isSearched ? (
    <EmptyList title={words.contacts.nothingFound} hint={words.contacts.nothingFoundHint} />
  ) : (
    <EmptyList title={words.contacts.empty} hint={words.contacts.emptyHint}>
      <a href={hrefOf('contacts', newContactPart())} className={buttonClass({ tone: 'primary' })}>
        <UserPlus aria-hidden size={20} />
        {words.contacts.addFirst}
      </a>
      <Button icon={FileUp} onClick={onImport}>
        {words.contacts.importFile}
      </Button>
    </EmptyList>
  );
}
