import { Plus, X } from 'lucide-react';
import { type FormEvent, useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import { addressKinds, cleanContact, type ContactDetails, isCallable } from '#core/contacts/contact.ts';
import { type PhoneErrorDetail, toPhoneErrorDetail } from '#core/errors/phone-error.ts';
import { Button } from '../shared/Button.tsx';
import { ErrorNotice } from '../shared/ErrorNotice.tsx';
import { IconButton } from '../shared/IconButton.tsx';
import { SelectBox } from '../shared/SelectBox.tsx';
import { TargetField } from '../shared/TargetField.tsx';
import { TextField } from '../shared/TextField.tsx';
import { words } from '../words.ts';
import { type AddressRow, type ContactDraft, type TypedContact, typedFrom } from './contact-draft.ts';
import styles from './ContactEditor.module.css';

/** Changes a contact, in its place. Escape and "Cancel" leave it as it was; whatever else takes the form away leaves the draft. */
export function ContactEditor({
  title,
  details,
  draft,
  onSave,
  onCancel,
}: {
  readonly title: string;
  readonly details: ContactDetails;
  readonly draft: ContactDraft;
  readonly onSave: (details: ContactDetails) => Promise<void>;
  readonly onCancel: () => void;
}) {
  const [typed, setTyped] = useState(() => draft.read() ?? typedFrom(details));
  const [isTried, setIsTried] = useState(false);
  const [error, setError] = useState<PhoneErrorDetail | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const noteId = useId();
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const cancel = () => {
    draft.drop();
    onCancel();
  };
  const leave = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) cancel();
  });
  useEffect(() => {
    const element = form.current;
    const press = (event: KeyboardEvent) => leave(event);
    element?.addEventListener('keydown', press);
    return () => element?.removeEventListener('keydown', press);
  }, []);

  const { name, organisation, note, rows } = typed;
  const change = (changes: Partial<TypedContact>) => {
    const next = { ...typed, ...changes };
    setTyped(next);
    draft.keep(next);
  };
  const changeRow = (key: number, changes: Partial<AddressRow>) =>
    change({ rows: rows.map((row) => (row.key === key ? { ...row, ...changes } : row)) });
  const filled = rows.filter(({ value }) => value.trim() !== '');
  const problemOf = ({ value }: AddressRow, index: number): string | null => {
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
      draft.drop();
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
        onChange={(event) => change({ name: event.target.value })}
      />
      <TextField
        label={words.contacts.organisation}
        value={organisation}
        maxLength={120}
        autoComplete="off"
        onChange={(event) => change({ organisation: event.target.value })}
      />
      {rows.map((row, index) => (
        <div key={row.key} className={styles.address}>
          <TargetField
            label={words.contacts.address(index + 1)}
            error={problemOf(row, index)}
            value={row.value}
            maxLength={256}
            onEdit={(value) => changeRow(row.key, { value })}
          />
          <SelectBox
            aria-label={words.contacts.kind(index + 1)}
            value={row.kind}
            onChange={(event) => {
              const kind = addressKinds.find((known) => known === event.target.value);
              if (kind !== undefined) changeRow(row.key, { kind });
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
            onClick={() => change({ rows: rows.filter(({ key }) => key !== row.key) })}
          />
        </div>
      ))}
      <div>
        <Button
          icon={Plus}
          disabled={rows.length >= 20}
          onClick={() => {
            const key = Math.max(...rows.map((row) => row.key)) + 1;
            change({ rows: [...rows, { key, kind: 'other', value: '' }] });
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
          onChange={(event) => change({ note: event.target.value })}
        />
      </div>
      {error === null ? null : <ErrorNotice error={error} urgent />}
      <div className={styles.answers}>
        <Button type="submit" tone="primary">
          {words.contacts.save}
        </Button>
        <Button onClick={cancel}>{words.contacts.cancel}</Button>
      </div>
    </form>
  );
}
