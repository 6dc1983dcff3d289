import { useMemo } from 'react';
import { useStore } from 'zustand';
import { accountOfEntry, type HistoryEntry } from '#core/history/history-entry.ts';
import { useSoftphone } from '../shared/softphone-context.ts';

/** Whether calls are not all of the one account that is signed in: one browser may have several, one after the other. */
export function useHasOtherAccounts(entries: readonly HistoryEntry[]): boolean {
  const accounts = useStore(useSoftphone().accounts, (state) => state.accounts);
  return useMemo(() => {
    const [only] = accounts.size === 1 ? accounts.keys() : [];
    // Most are of the same address, which is read once.
    const known = new Map<string, boolean>();
    const isOther = (entry: HistoryEntry) => {
      const before = known.get(entry.localUri);
      if (before !== undefined) return before;
      const answer = accountOfEntry(entry) !== only;
      known.set(entry.localUri, answer);
      return answer;
    };
    return entries.some(isOther);
  }, [accounts, entries]);
}
