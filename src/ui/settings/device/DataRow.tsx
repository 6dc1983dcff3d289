import { Trash2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button } from '../../shared/Button.tsx';
import { ErrorNotice } from '../../shared/ErrorNotice.tsx';
import { Question } from '../../shared/Question.tsx';
import { useAttempt } from '../../shared/use-attempt.ts';
import { words } from '../../words.ts';
import styles from './DataRow.module.css';

/** One kind of what is kept: how much, and its deletion, which asks once more. */
export function DataRow({
  name,
  amount,
  isEmpty,
  question,
  confirm = words.data.delete,
  onDelete,
  children,
}: {
  readonly name: string;
  readonly amount: string;
  readonly isEmpty: boolean;
  readonly question: string;
  readonly confirm?: string;
  /** What it rejects with is said. */
  readonly onDelete: () => Promise<void>;
  /** What is to be said afterwards. */
  readonly children?: ReactNode;
}) {
  const [isAsking, setAsking] = useState(false);
  const { error, attempt } = useAttempt();
  const answer = (isWanted: boolean) => {
    setAsking(false);
    if (isWanted) void attempt(onDelete);
  };
  return (
    <section tabIndex={-1} className={styles.row} aria-label={name}>
      <div className={styles.line}>
        <div className={styles.what}>
          <h3 className={styles.name}>{name}</h3>
          <p className={styles.amount}>{isEmpty ? words.data.nothing : amount}</p>
        </div>
        {isEmpty || isAsking ? null : (
          <Button icon={Trash2} aria-label={words.data.deleteOf(name)} onClick={() => setAsking(true)}>
            {words.data.delete}
          </Button>
        )}
      </div>
      {isAsking ? (
        <Question
          question={question}
          keep={words.people.keep}
          confirm={confirm}
          onKeep={() => answer(false)}
          onConfirm={() => answer(true)}
        />
      ) : null}
      {error === null ? null : <ErrorNotice error={error} urgent />}
      {children}
    </section>
  );
}
