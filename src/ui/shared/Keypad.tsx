import { words } from '../words.ts';
import styles from './Keypad.module.css';
import { keypadKeys } from './keypad-keys.ts';
import { useLongPress } from './use-long-press.ts';

/** Twelve keys; with `plus`, holding 0 types one. */
export function Keypad({
  onKey,
  plus = false,
}: {
  readonly onKey: (character: string) => void;
  readonly plus?: boolean;
}) {
  const zero = useLongPress(
    () => onKey('0'),
    () => onKey('+'),
  );
  return (
    <div role="group" aria-label={words.dialer.keypad} className={styles.keypad} dir="ltr">
      {keypadKeys.map(({ digit, letters }) => (
        <button
          key={digit}
          type="button"
          className={styles.key}
          aria-label={plus && digit === '0' ? words.dialer.keyZero : digit}
          {...(plus && digit === '0' ? zero : { onClick: () => onKey(digit) })}
        >
          <span className={styles.digit}>{digit}</span>
          <span className={styles.letters}>{letters === '+' && !plus ? '' : letters}</span>
        </button>
      ))}
    </div>
  );
}
