import { words } from '../words.ts';
import styles from './Keypad.module.css';
import { keypadKeys } from './keypad-keys.ts';
import { useLongPress } from './use-long-press.ts';

/** Twelve keys; holding 0 types a plus. */
export function Keypad({ onKey }: { readonly onKey: (character: string) => void }) {
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
          aria-label={digit === '0' ? words.dialer.keyZero : digit}
          {...(digit === '0' ? zero : { onClick: () => onKey(digit) })}
        >
          <span className={styles.digit}>{digit}</span>
          <span className={styles.letters}>{letters}</span>
        </button>
      ))}
    </div>
  );
}
