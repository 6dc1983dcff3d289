import { useDeferredValue, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { partyName } from '#core/contacts/known-names.ts';
import { filterRecordings, localUrisOf, noFilter } from '#core/recording/recording-filter.ts';
import type { RecordingItem } from '#core/recording/recording-item.ts';
import { useSoftphone } from '../shared/softphone-context.ts';
import { anyDay, timesOf } from './date-range.ts';
import type { Wanted } from './LibraryFilters.tsx';

const everything: Wanted = { ...noFilter, days: anyDay };

/** What one looks for in a list, and what is found of it. Typing never waits for the list. */
export function useWanted(items: readonly RecordingItem[]) {
  const names = useStore(useSoftphone().people.names);
  const [wanted, setWanted] = useState(everything);
  /** Days are counted from when the page was opened or a choice was made. */
  const [nowMs, setNowMs] = useState(() => Date.now());
  const deferred = useDeferredValue(wanted);
  const found = useMemo(
    () =>
      filterRecordings(items, { ...deferred, ...timesOf(deferred.days, nowMs) }, (meta) =>
        partyName(names, meta),
      ),
    [items, deferred, nowMs, names],
  );
  const accounts = useMemo(() => localUrisOf(items), [items]);
  return {
    wanted,
    found,
    accounts,
    change: (changes: Partial<Wanted>): void => {
      setNowMs(Date.now());
      setWanted((before) => ({ ...before, ...changes }));
    },
    clear: () => setWanted(everything),
  };
}
