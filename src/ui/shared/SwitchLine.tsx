import { useId } from 'react';
import styles from './SwitchLine.module.css';

/** Something that is on or off, with what that means. */
export function SwitchLine({
  label,
  hint,
  checked,
  onChange,
}: {
  readonly label: string;
  readonly hint: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}) {
  const id = useId();
  return (
    <label className={styles.line}>
      <span className={styles.name}>{label}</span>
      <span id={id} className={styles.hint}>
        {hint}
      </span>
      <input
        type="checkbox"
        role="switch"
        className={styles.switch}
        aria-label={label}
        aria-describedby={id}
        checked={checked}
        aria-checked={checked}
        onChange={({ target }) => onChange(target.checked)}
      />
    </label>
  );
}
