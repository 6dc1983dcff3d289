import { PeopleGate } from '../shared/PeopleGate.tsx';
import { ContactBook } from './ContactBook.tsx';

/** Whom the person knows. `part` is a contact's id, or what a new one is made of. */
export function ContactsPage({ part }: { readonly part: string | null }) {
  return (
    <PeopleGate>
      {({ contacts, contactImport }) => <ContactBook book={contacts} imports={contactImport} part={part} />}
    </PeopleGate>
  );
}
