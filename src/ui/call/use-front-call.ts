import { useState } from 'react';
import { useStore } from 'zustand';
import type { CallId } from '#core/shared/ids.ts';
import { useSoftphone } from '../shared/softphone-context.ts';

/** Which of several calls is shown whole. */
export interface FrontCall {
  /** Null while there is no call. */
  readonly front: CallId | null;
  /** The person wants to see this one. */
  readonly show: (callId: CallId) => void;
}

/**
 * The call that the person is in, or wanted to see since they are; the one before while all are held. `live` are all calls
 * under way, newest first.
 */
export function useFrontCall(live: readonly CallId[]): FrontCall {
  const attended = useStore(
    useSoftphone().calls,
    ({ liveCalls }) => live.find((callId) => liveCalls.get(callId)?.onHold === false) ?? null,
  );
  const [before, setBefore] = useState<{
    readonly attended: CallId | null;
    readonly front: CallId | null;
  }>({ attended: null, front: null });

  const wanted = attended === before.attended ? before.front : (attended ?? before.front);
  const front = wanted !== null && live.includes(wanted) ? wanted : (attended ?? live[0] ?? null);
  if (front !== before.front || attended !== before.attended) setBefore({ attended, front });
  return { front, show: (callId) => setBefore({ attended, front: callId }) };
}
