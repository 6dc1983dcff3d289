import { Question } from '../shared/Question.tsx';
import { words } from '../words.ts';
import styles from './DeleteQuestion.module.css';

/** Asks once more before the copy of a recording is deleted; the harmless answer has the focus. */
export function DeleteQuestion({
  onKeep,
  onDelete,
}: {
  readonly onKeep: () => void;
  readonly onDelete: () => void;
}) {
  return (
    <div className={styles.question}>
      <Question
        question={words.recordings.deleteCopyQuestion}
        keep={words.recordings.keep}
        confirm={words.recordings.delete}
        onKeep={onKeep}
        onConfirm={onDelete}
      />
    </div>
  );
}
