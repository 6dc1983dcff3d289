import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { CallHistory as History } from '#core/history/call-history.ts';
import type { HistoryEntry } from '#core/history/history-entry.ts';
import { findCalls, groupByDay, type HistoryLine } from '#core/history/search-history.ts';
import { ownAccountOf } from '#core/registration/own-account.ts';
import { toSearch } from '#core/shared/search-text.ts';
import { Button } from '../shared/Button.tsx';
import { EmptyList } from '../shared/EmptyList.tsx';
import { ErrorNotice } from '../shared/ErrorNotice.tsx';
import { startOfDay } from '../shared/format-day.ts';
import { useSoftphone } from '../shared/softphone-context.ts';
import { UndoLine } from '../shared/UndoLine.tsx';
import { usePlaceCall } from '../shared/use-place-call.ts';
import { VirtualGrid } from '../shared/VirtualGrid.tsx';
import { words } from '../words.ts';
import styles from './CallHistory.module.css';
import { DayHeading } from './DayHeading.tsx';
import { HistoryBar } from './HistoryBar.tsx';
import { HistoryRow } from './HistoryRow.tsx';
import { useRecordingsByCall } from './use-recordings-by-call.ts';
import { useRemoval } from './use-removal.ts';
import { useSeen } from './use-seen.ts';
import { useToday } from './use-today.ts';

const headingPx = 44;
const rowPx = 64;

const keyOf = (line: HistoryLine): string => (line.kind === 'day' ? `day-${line.dayMs}` : line.entry.callId);
const isHeading = (line: HistoryLine): boolean => line.kind === 'day';
const estimatePx = (line: HistoryLine): number => (line.kind === 'day' ? headingPx : rowPx);

/** The calls by day, what can be searched and done with them. */
export function CallHistory({ history, part }: { readonly history: History; readonly part: string | null }) {
  const softphone = useSoftphone();
  const { phase, entries, readError, keepError } = useStore(history.store);
  const names = useStore(softphone.people.names);
  const recordings = useRecordingsByCall();
  const [typed, setTyped] = useState(part ?? '');
  const [missedOnly, setMissedOnly] = useState(false);
  const searched = useDeferredValue(typed);
  const found = useMemo(
    () => findCalls(entries, { search: toSearch(searched), missedOnly }, names),
    [entries, searched, missedOnly, names],
  );
  const lines = useMemo(() => groupByDay(found, startOfDay), [found]);
  const { error: callError, place } = usePlaceCall();
  const call = useCallback(
    (entry: HistoryEntry) => void place(entry.remoteUri, ownAccountOf(entry)),
    [place],
  );
  const removal = useRemoval(history);
  useSeen(history);
  const today = useToday();
  useEffect(() => {
    history.open();
    void softphone.refreshRecordings();
  }, [history, softphone]);

  const error = callError ?? removal.error ?? readError ?? keepError;

  return (
    <div className={styles.page}>
      <HistoryBar
        typed={typed}
        onType={setTyped}
        missedOnly={missedOnly}
        onMissedOnly={setMissedOnly}
        entries={entries}
        found={found}
        onRemoveAll={removal.removeAll}
      />
      {error === null ? null : (
        <ErrorNotice
          error={error}
          tone="warning"
          urgent
          action={
            error === readError ? <Button onClick={history.open}>{words.people.again}</Button> : undefined
          }
        />
      )}
      <UndoLine
        said={removal.removed === null ? null : words.history.removed}
        onUndo={removal.undo}
        onDismiss={removal.dismiss}
      />
      {lines.length === 0 ? (
        <Nothing
          isReading={phase !== 'read'}
          isUnreadable={readError !== null && entries.length === 0}
          isSearched={searched !== ''}
          missedOnly={missedOnly}
        />
      ) : (
        <VirtualGrid
          label={words.history.list}
          lines={lines}
          keyOf={keyOf}
          isHeading={isHeading}
          estimatePx={estimatePx}
        >
          {(line, { isActive }) =>
            line.kind === 'day' ? (
              <DayHeading dayMs={line.dayMs} today={today} calls={line.calls} />
            ) : (
              <HistoryRow
                entry={line.entry}
                recordingId={recordings.get(line.entry.callId)?.recordingId ?? null}
                recordingCount={recordings.get(line.entry.callId)?.count ?? 0}
                isActive={isActive}
                onCall={call}
                onRemove={removal.remove}
              />
            )
          }
        </VirtualGrid>
      )}
    </div>
  );
}

function Nothing({
  isReading,
  isUnreadable,
  isSearched,
  missedOnly,
}: {
  readonly isReading: boolean;
  readonly isUnreadable: boolean;
  readonly isSearched: boolean;
  readonly missedOnly: boolean;
}) {
  if (isReading) return <EmptyList hint={words.people.loading} />;
  // Whether there are any is not known.
  if (isUnreadable) return null;
  if (isSearched) {
    return <EmptyList title={words.history.nothingFound} hint={words.history.nothingFoundHint} />;
  }
  return missedOnly ? (
    <EmptyList title={words.history.nothingMissed} hint={words.history.nothingMissedHint} />
  ) : (
    <EmptyList title={words.history.empty} hint={words.history.emptyHint} />
  );
}
