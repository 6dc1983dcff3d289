import { ArrowLeft, History, Pencil, Phone, Star, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { ContactBook } from '#core/contacts/contact-book.ts';
import type { Contact } from '#core/contacts/contact.ts';
import { hrefOf } from '../shared/addresses.ts';
import { Button, buttonClass } from '../shared/Button.tsx';
import { ErrorNotice } from '../shared/ErrorNotice.tsx';
import { LineLamp } from '../shared/LineLamp.tsx';
import { useNumberFormat } from '../shared/use-number-format.ts';
import { useCanCall } from '../shared/use-accounts.ts';
import { usePlaceCall } from '../shared/use-place-call.ts';
import { words } from '../words.ts';
import type { ContactDraft } from './contact-draft.ts';
import styles from './ContactCard.module.css';
import { ContactEditor } from './ContactEditor.tsx';

/** A contact: where they can be called, what is noted of them, and what can be done. */
export function ContactCard({
  contact,
  draft,
  onSave,
  onRemove,
  onToggleFavourite,
}: {
  readonly contact: Contact;
  readonly draft: ContactDraft;
  readonly onSave: ContactBook['save'];
  readonly onRemove: (contact: Contact) => void;
  readonly onToggleFavourite: (contact: Contact) => void;
}) {
  const [isEditing, setIsEditing] = useState(() => draft.read() !== null);
  const canCall = useCanCall();
  const call = usePlaceCall();
  const format = useNumberFormat();
  if (isEditing) {
    return (
      <ContactEditor
        title={words.contacts.editTitle}
        details={contact}
        draft={draft}
        onSave={async (details) => {
          await onSave({ ...details, contactId: contact.contactId });
          setIsEditing(false);
        }}
        onCancel={() => setIsEditing(false)}
      />
    );
  }
  const { name, organisation, addresses, note, isFavourite } = contact;
  return (
    <article className={styles.card} aria-labelledby="contact-name">
      <a href={hrefOf('contacts')} className={`${buttonClass({ tone: 'plain' })} ${styles.back}`}>
        <ArrowLeft aria-hidden size={20} />
        {words.contacts.back}
      </a>
      <header>
        <h2 id="contact-name" className={styles.name}>
          <bdi>{name}</bdi>
        </h2>
        {organisation === '' ? null : (
          <p className={styles.quiet}>
            <bdi>{organisation}</bdi>
          </p>
        )}
      </header>
      <div className={styles.actions}>
        <Button
          icon={Star}
          tone={isFavourite ? 'on' : 'quiet'}
          aria-pressed={isFavourite}
          onClick={() => onToggleFavourite(contact)}
        >
          {words.contacts.favourite}
        </Button>
        <Button icon={Pencil} onClick={() => setIsEditing(true)}>
          {words.contacts.edit}
        </Button>
        <a href={hrefOf('history', name)} className={buttonClass({})}>
          <History aria-hidden size={20} />
          {words.contacts.calls}
        </a>
        <Button icon={Trash2} onClick={() => onRemove(contact)}>
          {words.contacts.remove}
        </Button>
      </div>
      {call.error === null ? null : <ErrorNotice error={call.error} urgent />}
      <ul className={styles.addresses}>
        {addresses.map(({ kind, value }) => (
          <li key={value} className={styles.address}>
            <div className={styles.value}>
              <p className={styles.quiet}>
                {words.contacts.kinds[kind]} <LineLamp addresses={[value]} />
              </p>
              <p className={styles.number}>
                <bdi dir="ltr">{format(value)}</bdi>
              </p>
            </div>
            <Button
              icon={Phone}
              disabled={!canCall}
              aria-label={words.people.call(format(value))}
              onClick={() => call.place(value)}
            >
              {words.dialer.call}
            </Button>
          </li>
        ))}
      </ul>
      {note === '' ? null : (
        <section>
          <h3 className={styles.quiet}>{words.contacts.note}</h3>
          <p className={styles.note}>
            <bdi>{note}</bdi>
          </p>
        </section>
      )}
    </article>
  );
}
