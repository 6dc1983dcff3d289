import { Download, PhoneMissed, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useStore } from 'zustand';
import type { HistoryEntry } from '#core/history/history-entry.ts';
import { writeHistoryTable } from '#core/history/history-table.ts';
import { Button } from '../shared/Button.tsx';
import { formatSortableTime } from '../shared/format-day.ts';
import { MoreMenu } from '../shared/MoreMenu.tsx';
import { datedFileName } from '../shared/save-file.ts';
import { Question } from '../shared/Question.tsx';
import { SearchField } from '../shared/SearchField.tsx';
import { useSoftphone } from '../shared/softphone-context.ts';
import { useTextFile } from '../shared/use-text-file.ts';
import { words } from '../words.ts';
import styles from './HistoryBar.module.css';

/** Narrows the list, saves what is listed, and deletes all. */
export function HistoryBar({
  typed,
  onType,
  missedOnly,
  onMissedOnly,
  entries,
  found,
  onRemoveAll,
}: {
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly missedOnly: boolean;
  readonly onMissedOnly: (missedOnly: boolean) => void;
  readonly entries: readonly HistoryEntry[];
  readonly found: readonly HistoryEntry[];
  readonly onRemoveAll: () => void;
}) {
  const names = useStore(useSoftphone().people.names);
  const [isAsking, setIsAsking] = useState(false);
  const { said, save } = useTextFile();
  const saveTable = () => {
    const lines = writeHistoryTable(found, names, {
      headings: words.history.table,
      directions: { Incoming: words.call.incoming, Outgoing: words.call.outgoing },
      outcomes: words.history.outcomes,
      writeTime: formatSortableTime,
    });
    const name = datedFileName(words.history.fileName, '.csv');
    void save({ name, type: 'text/csv', lines, count: found.length });
  };
  const items = [
    { id: 'export', label: words.history.exportCsv, icon: Download, onAction: saveTable },
    { id: 'remove', label: words.history.removeAll, icon: Trash2, onAction: () => setIsAsking(true) },
  ];
  return (
    <>
      <div className={styles.bar}>
        <SearchField hint={words.history.searchHint} value={typed} onChange={onType} />
        <Button
          icon={PhoneMissed}
          tone={missedOnly ? 'on' : 'quiet'}
          aria-pressed={missedOnly}
          onClick={() => onMissedOnly(!missedOnly)}
        >
          {words.history.missedOnly}
        </Button>
        {entries.length === 0 ? null : <MoreMenu label={words.people.more} items={() => items} />}
      </div>
      <p className={styles.count} aria-live={said === null ? 'polite' : 'off'}>
        {said ?? (entries.length === 0 ? null : words.history.found(found.length))}
      </p>
      {isAsking ? (
        <Question
          question={words.history.removeAllQuestion}
          keep={words.people.keep}
          confirm={words.history.removeAll}
          onKeep={() => setIsAsking(false)}
          onConfirm={() => {
            setIsAsking(false);
            onRemoveAll();
          }}
        />
      ) : null}
    </>
  );
}
