import { Plus, X } from 'lucide-react';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import {
  type AddressKind,
  addressKinds,
  cleanContact,
  type ContactDetails,
  isCallable,
} from '#core/contacts/contact.ts';
import { type PhoneErrorDetail, toPhoneErrorDetail } from '#core/errors/phone-error.ts';
import { Button } from '../shared/Button.tsx';
import { ErrorNotice } from '../shared/ErrorNotice.tsx';
import { IconButton } from '../shared/IconButton.tsx';
import { SelectBox } from '../shared/SelectBox.tsx';
import { TargetField } from '../shared/TargetField.tsx';
import { TextField } from '../shared/TextField.tsx';
import { words } from '../words.ts';
import styles from './ContactEditor.module.css';

interface Row {
  readonly key: number;
  readonly kind: AddressKind;
  readonly value: string;
}

/** Changes a contact, in its place. Escape and "Cancel" leave it as it was. */
export function ContactEditor({
  title,
  details,
  onSave,
  onCancel,
}: {
  readonly title: string;
  readonly details: ContactDetails;
  readonly onSave: (details: ContactDetails) => Promise<void>;
  readonly onCancel: () => void;
}) {
  const [name, setName] = useState(details.name);
  const [organisation, setOrganisation] = useState(details.organisation);
  const [note, setNote] = useState(details.note);
  const [isTried, setIsTried] = useState(false);
  const [error, setError] = useState<PhoneErrorDetail | null>(null);
  const nextKey = useRef(details.addresses.length);
  const [rows, setRows] = useState<readonly Row[]>(() =>
    details.addresses.length === 0
      ? [{ key: -1, kind: 'work', value: '' }]
      : details.addresses.map((address, key) => ({ ...address, key })),
  );
  const form = useRef<HTMLFormElement>(null);
  const noteId = useId();
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  useEffect(() => {
    const element = form.current;
    const leave = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) onCancel();
    };
    element?.addEventListener('keydown', leave);
    return () => element?.removeEventListener('keydown', leave);
  }, [onCancel]);

  const change = (key: number, changes: Partial<Row>) =>
    setRows(rows.map((row) => (row.key === key ? { ...row, ...changes } : row)));
  const filled = rows.filter(({ value }) => value.trim() !== '');
  const problemOf = ({ value }: Row, index: number): string | null => {
    if (!isTried) return null;
    if (filled.length === 0) return index === 0 ? words.contacts.needsAddress : null;
    return value.trim() === '' || isCallable(value) ? null : words.contacts.notCallable;
  };

  const save = async (event: FormEvent) => {
    event.preventDefault();
    setIsTried(true);
    setError(null);
    if (!filled.every(({ value }) => isCallable(value))) return;
    const addresses = filled.map(({ kind, value }) => ({ kind, value }));
    const contact = cleanContact({ ...details, name, organisation, note, addresses });
    if (contact === null) return;
    try {
      await onSave(contact);
    } catch (thrown) {
      setError(toPhoneErrorDetail(thrown));
    }
  };

  return (
    <form ref={form} className={styles.editor} aria-label={title} onSubmit={(event) => void save(event)}>
      <h2 className={styles.title}>{title}</h2>
      <TextField
        label={words.contacts.name}
        value={name}
        maxLength={120}
        autoComplete="off"
        onChange={(event) => setName(event.target.value)}
      />
      <TextField
        label={words.contacts.organisation}
        value={organisation}
        maxLength={120}
        autoComplete="off"
        onChange={(event) => setOrganisation(event.target.value)}
      />
      {rows.map((row, index) => (
        <div key={row.key} className={styles.address}>
          <TargetField
            label={words.contacts.address(index + 1)}
            error={problemOf(row, index)}
            value={row.value}
            maxLength={256}
            onEdit={(value) => change(row.key, { value })}
          />
          <SelectBox
            aria-label={words.contacts.kind(index + 1)}
            value={row.kind}
            onChange={(event) => {
              const kind = addressKinds.find((known) => known === event.target.value);
              if (kind !== undefined) change(row.key, { kind });
            }}
          >
            {addressKinds.map((kind) => (
              <option key={kind} value={kind}>
                {words.contacts.kinds[kind]}
              </option>
            ))}
          </SelectBox>
          <IconButton
            label={words.contacts.removeAddress(index + 1)}
            icon={X}
            disabled={rows.length === 1}
            onClick={() => setRows(rows.filter(({ key }) => key !== row.key))}
          />
        </div>
      ))}
      <div>
        <Button
          icon={Plus}
          disabled={rows.length >= 20}
          onClick={() => {
            nextKey.current += 1;
            setRows([...rows, { key: nextKey.current, kind: 'other', value: '' }]);
          }}
        >
          {words.contacts.addAddress}
        </Button>
      </div>
      <div className={styles.noteField}>
        <label htmlFor={noteId} className={styles.label}>
          {words.contacts.note}
        </label>
        <textarea
          id={noteId}
          className={styles.note}
          dir="auto"
          rows={4}
          maxLength={4000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
      {error === null ? null : <ErrorNotice error={error} urgent />}
      <div className={styles.answers}>
        <Button type="submit" tone="primary">
          {words.contacts.save}
        </Button>
        <Button onClick={onCancel}>{words.contacts.cancel}</Button>
      </div>
    </form>
  );
}
