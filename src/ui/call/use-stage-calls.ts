import { useCallback, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { CallId } from '#core/shared/ids.ts';
import { useSoftphone } from '../shared/softphone-context.ts';

/** How many ended calls stay in sight. The newest replace the oldest. */
const maxEndedCards = 3;

/** The calls that have a card, the newest of them first. */
export interface StageCalls {
  /** Calls under way that wait for no decision. */
  readonly live: readonly CallId[];
  /** Calls that ended and were not dismissed. */
  readonly ended: readonly CallId[];
  readonly dismiss: (callId: CallId) => void;
}

/** Follows which calls have a card. It renders when calls are placed, accepted, end or are dismissed, not when they come in or change. */
export function useStageCalls(): StageCalls {
  const { calls } = useSoftphone();
  const liveIds = useStore(
    calls,
    useShallow(({ liveCalls, incomingCalls }) =>
      [...liveCalls.keys()].filter((callId) => !incomingCalls.has(callId)),
    ),
  );
  const [seen, setSeen] = useState<readonly CallId[]>([]);

  // One that nobody accepted never had a card.
  useEffect(
    () =>
      calls.subscribe(({ liveCalls }, before) => {
        for (const callId of before.liveCalls.keys()) {
          if (!liveCalls.has(callId)) setSeen((ids) => (ids.includes(callId) ? ids : [callId, ...ids]));
        }
      }),
    [calls],
  );

  const begun = liveIds.filter((callId) => !seen.includes(callId));
  const over = seen.filter((callId) => !liveIds.includes(callId));
  const next = [...begun.reverse(), ...seen].filter(
    (callId) => liveIds.includes(callId) || over.indexOf(callId) < maxEndedCards,
  );
  // What was seen before is not in the store: it is remembered here, in the render that learns of it.
  if (begun.length > 0 || next.length !== seen.length) setSeen(next);

  const dismiss = useCallback((callId: CallId) => setSeen((ids) => ids.filter((id) => id !== callId)), []);
  return {
    live: next.filter((callId) => liveIds.includes(callId)),
    ended: next.filter((callId) => !liveIds.includes(callId)),
    dismiss,
  };
}
