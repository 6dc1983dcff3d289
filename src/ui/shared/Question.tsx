import { useEffect, useRef } from 'react';
import { Button } from './Button.tsx';
import styles from './Question.module.css';

/** Asks once more before something is deleted; the harmless answer has the focus. */
export function Question({
  question,
  keep,
  confirm,
  onKeep,
  onConfirm,
}: {
  readonly question: string;
  readonly keep: string;
  readonly confirm: string;
  readonly onKeep: () => void;
  readonly onConfirm: () => void;
}) {
  const answers = useRef<HTMLDivElement>(null);
  useEffect(() => answers.current?.querySelector('button')?.focus(), []);
  return (
    <div role="alert" className={styles.question}>
      <p>{question}</p>
      <div className={styles.answers} ref={answers}>
        <Button onClick={onKeep}>{keep}</Button>
        <Button tone="danger" onClick={onConfirm}>
          {confirm}
        </Button>
      </div>
    </div>
  );
}
