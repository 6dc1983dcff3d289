import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { CallHistory } from '#core/history/call-history.ts';
import { useSoftphone } from '../shared/softphone-context.ts';

/** Missed calls are seen as soon as the person can see them: in a tab that is in front. */
export function useSeen(history: CallHistory): void {
  const missed = useStore(useSoftphone().people.missedCalls);
  useEffect(() => {
    if (missed === 0) return undefined;
    const look = () => {
      if (document.visibilityState === 'visible') history.markSeen();
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [history, missed]);
}
