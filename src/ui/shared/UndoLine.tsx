import { Undo2, X } from 'lucide-react';
import { words } from '../words.ts';
import { Button } from './Button.tsx';
import { IconButton } from './IconButton.tsx';
import styles from './UndoLine.module.css';

/**
 * Says what was done, and takes it back; null while there is nothing. It stays until it is dismissed or something else is
 * done: nobody has to hurry. Always on the page, so that it is read out when it says something.
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
  return (
    <div role="status" className={styles.region}>
      {said === null ? null : (
        <div className={styles.line}>
          <p className={styles.said}>{said}</p>
          <Button icon={Undo2} onClick={onUndo}>
            {words.people.undo}
          </Button>
          <IconButton label={words.people.dismiss} icon={X} onClick={onDismiss} />
        </div>
      )}
    </div>
  );
}
