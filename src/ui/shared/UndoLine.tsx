import { Undo2, X } from 'lucide-react';
import { words } from '../words.ts';
import { Button } from './Button.tsx';
import { IconButton } from './IconButton.tsx';
import styles from './UndoLine.module.css';

/** Says what was done, and takes it back. It stays until it is dismissed or something else is done: nobody has to hurry. */
export function UndoLine({
  said,
  onUndo,
  onDismiss,
}: {
  readonly said: string;
  readonly onUndo: () => void;
  readonly onDismiss: () => void;
}) {
  return (
    <div className={styles.line}>
      <p className={styles.said}>{said}</p>
      <Button icon={Undo2} onClick={onUndo}>
        {words.people.undo}
      </Button>
      <IconButton label={words.people.dismiss} icon={X} onClick={onDismiss} />
    </div>
  );
}
