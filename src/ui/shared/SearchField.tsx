import { Search, X } from 'lucide-react';
import { useRef } from 'react';
import { words } from '../words.ts';
import { IconButton } from './IconButton.tsx';
import styles from './SearchField.module.css';

/** A field that narrows a list while one types. Escape empties it. */
export function SearchField({
  hint,
  value,
  onChange,
}: {
  readonly hint: string;
  readonly value: string;
  readonly onChange: (typed: string) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className={styles.box}>
      <Search aria-hidden size={20} />
      <input
        ref={input}
        type="search"
        aria-label={words.people.search}
        placeholder={hint}
        className={styles.input}
        value={value}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && value !== '') {
            event.stopPropagation();
            onChange('');
          }
        }}
      />
      {value === '' ? null : (
        <IconButton
          label={words.people.clearSearch}
          icon={X}
          onClick={() => {
            onChange('');
            input.current?.focus();
          }}
        />
      )}
    </div>
  );
}
