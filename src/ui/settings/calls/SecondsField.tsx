import { useState } from 'react';
import { TextField } from '../../shared/TextField.tsx';
import { words } from '../../words.ts';
import styles from './CallSettings.module.css';

/** A number of seconds within a range. What is not is said, and changes nothing. */
export function SecondsField({
  label,
  range: { min, max },
  value,
  onChange,
}: {
  readonly label: string;
  readonly range: { readonly min: number; readonly max: number };
  readonly value: number;
  readonly onChange: (seconds: number) => void;
}) {
  const [text, setText] = useState(String(value));
  const isFine = (typed: string) => /^\d{1,3}$/.test(typed) && Number(typed) >= min && Number(typed) <= max;
  const range = words.rules.seconds(min, max);
  return (
    <div className={styles.seconds}>
      <TextField
        label={label}
        hint={range}
        error={isFine(text) ? null : range}
        value={text}
        inputMode="numeric"
        autoComplete="off"
        onChange={({ target }) => {
          setText(target.value);
          if (isFine(target.value)) onChange(Number(target.value));
        }}
      />
    </div>
  );
}
