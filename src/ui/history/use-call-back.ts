import { useCallback, useLayoutEffect, useRef } from 'react';
import type { PhoneErrorDetail } from '#core/errors/phone-error.ts';
import { accountOfEntry, type HistoryEntry } from '#core/history/history-entry.ts';
import { usePlaceCall } from '../shared/use-place-call.ts';

/** Calls whoever called or was called, by the same account. `call` is always the same one: with another every row is drawn anew. */
export function useCallBack(): {
  readonly error: PhoneErrorDetail | null;
  readonly call: (entry: HistoryEntry) => void;
} {
  const { error, place } = usePlaceCall();
  const latest = useRef(place);
  useLayoutEffect(() => {
    latest.current = place;
  }, [place]);
  const call = useCallback(
    (entry: HistoryEntry) => void latest.current(entry.remoteUri, accountOfEntry(entry)),
    [],
  );
  return { error, call };
}
