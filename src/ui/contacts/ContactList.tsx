import { Phone, Star } from 'lucide-react';
import { memo, useMemo } from 'react';
import type { Contact, ContactId } from '#core/contacts/contact.ts';
import { hrefOf } from '../shared/addresses.ts';
import { IconButton } from '../shared/IconButton.tsx';
import { LineLamp } from '../shared/LineLamp.tsx';
import { useCanCall } from '../shared/use-accounts.ts';
import { useNumberFormat } from '../shared/use-number-format.ts';
import { VirtualGrid } from '../shared/VirtualGrid.tsx';
import { usePlaceCall } from '../shared/use-place-call.ts';
import { words } from '../words.ts';
import styles from './ContactList.module.css';

type Line =
  | { readonly kind: 'heading'; readonly title: string }
  | { readonly kind: 'contact'; readonly key: string; readonly contact: Contact };

const keyOf = (line: Line): string => (line.kind === 'heading' ? line.title : line.key);
const isHeading = (line: Line): boolean => line.kind === 'heading';
const estimatePx = (line: Line): number => (line.kind === 'heading' ? 44 : 64);

/** Favourites first, and all of them by name; what is searched is not told apart. */
function linesOf(contacts: readonly Contact[], isSearched: boolean): readonly Line[] {
  const toLine =
    (prefix: string) =>
    (contact: Contact): Line => ({ kind: 'contact', key: `${prefix}${contact.contactId}`, contact });
  const favourites = contacts.filter(({ isFavourite }) => isFavourite);
  if (isSearched || favourites.length === 0) return contacts.map(toLine(''));
  return [
    { kind: 'heading', title: words.contacts.favourites },
    ...favourites.map(toLine('favourite-')),
    { kind: 'heading', title: words.contacts.everybody },
    ...contacts.map(toLine('')),
  ];
}

/** The contacts in a list that may be as long as it likes. */
export function ContactList({
  contacts,
  chosenId,
  isSearched,
  onOpen,
}: {
  readonly contacts: readonly Contact[];
  readonly chosenId: ContactId | null;
  readonly isSearched: boolean;
  readonly onOpen: (contact: Contact) => void;
}) {
  const canCall = useCanCall();
  const lines = useMemo(() => linesOf(contacts, isSearched), [contacts, isSearched]);
  const { place } = usePlaceCall();
  const format = useNumberFormat();
  return (
    <VirtualGrid
      label={words.contacts.list}
      lines={lines}
      keyOf={keyOf}
      isHeading={isHeading}
      estimatePx={estimatePx}
      onOpen={(line) => {
        if (line.kind === 'contact') onOpen(line.contact);
      }}
    >
      {(line, { isActive }) => {
        if (line.kind === 'heading') {
          return (
            <div role="rowheader" className={styles.heading}>
              <h2>{line.title}</h2>
            </div>
          );
        }
        const { contact } = line;
        return (
          <ContactRow
            contact={contact}
            isActive={isActive}
            isChosen={contact.contactId === chosenId}
            canCall={canCall}
            format={format}
            onCall={place}
          />
        );
      }}
    </VirtualGrid>
  );
}

/** One contact. It stays as it is while the list is scrolled: to give a number its form takes a while. */
const ContactRow = memo(function ContactRow({
  contact,
  isActive,
  isChosen,
  canCall,
  format,
  onCall,
}: {
  readonly contact: Contact;
  readonly isActive: boolean;
  readonly isChosen: boolean;
  readonly canCall: boolean;
  readonly format: (text: string) => string;
  readonly onCall: (typed: string) => unknown;
}) {
  const [first] = contact.addresses;
  const tabIndex = isActive ? 0 : -1;
  return (
    <div className={styles.contact} data-chosen={isChosen}>
      <span role="gridcell" className={styles.who}>
        <a
          href={hrefOf('contacts', contact.contactId)}
          className={styles.name}
          tabIndex={tabIndex}
          aria-current={isChosen ? 'true' : undefined}
        >
          <bdi>{contact.name}</bdi>
        </a>
        <bdi dir="ltr" className={styles.address}>
          {first === undefined ? '' : format(first.value)}
        </bdi>
      </span>
      <span role="gridcell" className={styles.actions}>
        <LineLamp addresses={contact.addresses.map(({ value }) => value)} />
        {contact.isFavourite ? (
          <Star role="img" aria-label={words.contacts.favourite} size={16} className={styles.star} />
        ) : null}
        <IconButton
          label={words.people.call(contact.name)}
          icon={Phone}
          tabIndex={tabIndex}
          disabled={!canCall || first === undefined}
          onClick={() => {
            if (first !== undefined) onCall(first.value);
          }}
        />
      </span>
    </div>
  );
});
