import { CircleAlert } from 'lucide-react';
import { type InputHTMLAttributes, type ReactNode, type Ref, useId } from 'react';
import styles from './TextField.module.css';

/** A labelled field with a hint, or in its place the sentence that says what is wrong. */
export function TextField({
  label,
  hint,
  error = null,
  trailing,
  large = false,
  inputRef,
  ...input
}: Omit<InputHTMLAttributes<HTMLInputElement>, 'className' | 'id'> & {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | null;
  /** A control inside the field, at its end. */
  readonly trailing?: ReactNode;
  readonly large?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
}) {
  const id = useId();
  const noteId = `${id}-note`;
  const hasNote = error !== null || hint !== undefined;
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <div
        className={`${styles.box} ${large ? styles.large : ''}`}
        data-invalid={error !== null || undefined}
      >
        <input
          id={id}
          ref={inputRef}
          className={styles.input}
          aria-invalid={error !== null || undefined}
          aria-describedby={hasNote ? noteId : undefined}
          {...input}
        />
        {trailing}
      </div>
      {hasNote ? (
        <p id={noteId} className={error === null ? styles.hint : styles.error}>
          {error === null ? null : <CircleAlert aria-hidden size={16} />}
          {error ?? hint}
        </p>
      ) : null}
    </div>
  );
}
