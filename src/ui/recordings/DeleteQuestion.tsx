import { useEffect, useRef } from 'react';
import { Button } from '../shared/Button.tsx';
import { words } from '../words.ts';
import styles from './DeleteQuestion.module.css';

/** Asks once more before a recording is deleted; the harmless answer has the focus. */
export function DeleteQuestion({
  isStored,
  onKeep,
  onDelete,
}: {
  readonly isStored: boolean;
  readonly onKeep: () => void;
  readonly onDelete: () => void;
}) {
  const answers = useRef<HTMLDivElement>(null);
  useEffect(() => answers.current?.querySelector('button')?.focus(), []);
  return (
    <div className={styles.question} role="alert">
      <p>{isStored ? words.recordings.deleteCopyQuestion : words.recordings.deleteLast}</p>
      <div className={styles.answers} ref={answers}>
        <Button onClick={onKeep}>{words.recordings.keep}</Button>
        <Button tone="danger" onClick={onDelete}>
          {isStored ? words.recordings.delete : words.recordings.deleteForGood}
        </Button>
      </div>
    </div>
  );
}
