import { Phone, Star } from 'lucide-react';
import { memo, useMemo } from 'react';
import type { Contact, ContactId } from '#core/contacts/contact.ts';
import { hrefOf } from '../shared/addresses.ts';
import { IconButton } from '../shared/IconButton.tsx';
import { LineLamp } from '../shared/LineLamp.tsx';
import { ListName } from '../shared/ListName.tsx';
import { useCanCall } from '../shared/use-accounts.ts';
import { useNumberFormat } from '../shared/use-number-format.ts';
import { VirtualGrid } from '../shared/VirtualGrid.tsx';
import { words } from '../words.ts';
import styles from './ContactList.module.css';

/** What stands over some of them. */
interface Heading {
  readonly heading: string;
}
type Line = Contact | Heading;

const isHeading = (line: Line): line is Heading => 'heading' in line;
const estimatePx = (line: Line): number => (isHeading(line) ? 44 : 64);

interface Lines {
  readonly lines: readonly Line[];
  readonly keyOf: (line: Line, index: number) => string;
}

/** Favourites first, and all of them by name; what is searched is not told apart. Makes nothing for each: there may be 100,000. */
function linesOf(contacts: readonly Contact[], isSearched: boolean): Lines {
  const favourites = isSearched ? [] : contacts.filter(({ isFavourite }) => isFavourite);
  const lines =
    favourites.length === 0
      ? contacts
      : [
          { heading: words.contacts.favourites },
          ...favourites,
          { heading: words.contacts.everybody },
          ...contacts,
        ];
  return {
    lines,
    keyOf(line, index) {
      if (isHeading(line)) return line.heading;
      return index > 0 && index <= favourites.length ? `favourite-${line.contactId}` : line.contactId;
    },
  };
}

/** The contacts in a list that may be as long as it likes. */
export function ContactList({
  contacts,
  chosenId,
  isSearched,
  onCall,
  onOpen,
}: {
  readonly contacts: readonly Contact[];
  readonly chosenId: ContactId | null;
  readonly isSearched: boolean;
  readonly onCall: (typed: string) => unknown;
  readonly onOpen: (contact: Contact) => void;
}) {
  const canCall = useCanCall();
  const { lines, keyOf } = useMemo(() => linesOf(contacts, isSearched), [contacts, isSearched]);
  const format = useNumberFormat();
  return (
    <VirtualGrid
      label={words.contacts.list}
      lines={lines}
      keyOf={keyOf}
      isHeading={isHeading}
      estimatePx={estimatePx}
      onOpen={(line) => {
        if (!isHeading(line)) onOpen(line);
      }}
    >
      {(line, { isActive }) => {
        if (isHeading(line)) {
          return (
            <div role="rowheader" className={styles.heading}>
              <h2>{line.heading}</h2>
            </div>
          );
        }
        return (
          <ContactRow
            contact={line}
            isActive={isActive}
            isChosen={line.contactId === chosenId}
            canCall={canCall}
            format={format}
            onCall={onCall}
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
          className={styles.link}
          tabIndex={tabIndex}
          aria-current={isChosen ? 'true' : undefined}
        >
          <ListName name={contact.name} />
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
