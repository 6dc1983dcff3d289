import { words } from '../words.ts';
import { shortcutKeys, type ShortcutName } from './shortcuts.ts';
import styles from './ShortcutList.module.css';

const names = Object.keys(shortcutKeys) as ShortcutName[];

/** Every shortcut and what it does. */
export function ShortcutList() {
  return (
    <dl className={styles.list}>
      {names.map((name) => (
        <div key={name} className={styles.line}>
          <dt>{words.shortcuts.does[name]}</dt>
          <dd className={styles.keys}>
            <kbd className={styles.key}>Alt</kbd>
            <kbd className={styles.key}>{words.shortcuts.shift}</kbd>
            <kbd className={styles.key}>{shortcutKeys[name]}</kbd>
          </dd>
        </div>
      ))}
      <div className={styles.line}>
        <dt>{words.shortcuts.undo}</dt>
        <dd className={styles.keys}>
          <kbd className={styles.key}>{words.shortcuts.control}</kbd>
          <kbd className={styles.key}>Z</kbd>
        </dd>
      </div>
      <div className={styles.line}>
        <dt>{words.shortcuts.help}</dt>
        <dd className={styles.keys}>
          <kbd className={styles.key}>?</kbd>
        </dd>
      </div>
    </dl>
  );
}
