import { Undo2, X } from 'lucide-react';
import { useEffect, useEffectEvent } from 'react';
import { words } from '../words.ts';
import { Button } from './Button.tsx';
import { IconButton } from './IconButton.tsx';
import { isWriting } from './is-writing.ts';
import styles from './UndoLine.module.css';

/** What is offered now, the newest last: the keys take back what was done last, and nothing else. */
const offered: object[] = [];

/**
 * Says what was done, and takes it back; null while there is nothing. It stays until it is dismissed or something else is
 * done: nobody has to hurry. Ctrl or ⌘ and Z take it back, too: in a long list the line is many stops away. Always on the
 * page, so that it is read out when it says something.
 */
export function UndoLine({
  said,
  onUndo,
  onDismiss,
}: {
  readonly said: string | null;
  readonly onUndo: () => void;
  readonly onDismiss: () => void;
}) {
  const undo = useEffectEvent(onUndo);
  useEffect(() => {
    if (said === null) return undefined;
    const own = {};
    offered.push(own);
    const press = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, shiftKey, repeat } = event;
      if (key.toLowerCase() !== 'z' || ctrlKey === metaKey || altKey || shiftKey || repeat) return;
      if (isWriting(event.target) || offered.at(-1) !== own) return;
      event.preventDefault();
      undo();
    };
    addEventListener('keydown', press);
    return () => {
      removeEventListener('keydown', press);
      offered.splice(offered.indexOf(own), 1);
    };
  }, [said]);
  return (
    <div role="status" className={styles.region}>
      {said === null ? null : (
        <div className={styles.line}>
          <p className={styles.said}>{said}</p>
          <Button icon={Undo2} aria-keyshortcuts="Control+Z Meta+Z" onClick={onUndo}>
            {words.people.undo}
          </Button>
          <IconButton label={words.people.dismiss} icon={X} onClick={onDismiss} />
        </div>
      )}
    </div>
  );
}
