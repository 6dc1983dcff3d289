import { Question } from '../shared/Question.tsx';
import { words } from '../words.ts';
import styles from './DeleteQuestion.module.css';

/** Asks once more before a recording is deleted, and says whether it is somewhere else. */
export function DeleteQuestion({
  isStored,
  onKeep,
  onDelete,
}: {
  readonly isStored: boolean;
  readonly onKeep: () => void;
  readonly onDelete: () => void;
}) {
  return (
    <div className={styles.question}>
      <Question
        question={isStored ? words.recordings.deleteCopyQuestion : words.recordings.deleteLast}
        keep={words.recordings.keep}
        confirm={isStored ? words.recordings.delete : words.recordings.deleteForGood}
        onKeep={onKeep}
        onConfirm={onDelete}
      />
    </div>
  );
}
