import { useCallback, useState } from 'react';
import type { PhoneErrorDetail } from '#core/errors/phone-error.ts';
import type { CallHistory } from '#core/history/call-history.ts';
import type { HistoryEntry } from '#core/history/history-entry.ts';
import { useAttempt } from '../shared/use-attempt.ts';

/** Deleting calls, and taking that back. */
export interface Removal {
  /** The call that was deleted last; null when there is nothing to take back. */
  readonly removed: HistoryEntry | null;
  readonly error: PhoneErrorDetail | null;
  readonly remove: (entry: HistoryEntry) => void;
  readonly removeAll: () => void;
  readonly undo: () => void;
  readonly dismiss: () => void;
}

export function useRemoval(history: CallHistory): Removal {
  const [removed, setRemoved] = useState<HistoryEntry | null>(null);
  const { error, attempt } = useAttempt();
  return {
    removed,
    error,
    remove: useCallback(
      (entry: HistoryEntry) => {
        setRemoved(null);
        void attempt(async () => {
          await history.remove([entry.callId]);
          setRemoved(entry);
        });
      },
      [history, attempt],
    ),
    removeAll() {
      setRemoved(null);
      void attempt(history.clear);
    },
    undo() {
      if (removed === null) return;
      void attempt(async () => {
        await history.restore([removed]);
        setRemoved(null);
      });
    },
    dismiss: () => setRemoved(null),
  };
}
