import { memo } from 'react';
import { useStore } from 'zustand';
import { isTerminated } from '#core/call/call-state.ts';
import { selectCall } from '#core/call/selectors.ts';
import type { CallId } from '#core/shared/ids.ts';
import { useSoftphone } from '../shared/softphone-context.ts';
import { EndedCallCard } from './EndedCallCard.tsx';
import { LiveCallCard } from './LiveCallCard.tsx';

/** One call, live or ended. It renders when its own call changes, whatever the others do. */
export const CallCard = memo(function CallCard({
  callId,
  onDismiss,
}: {
  readonly callId: CallId;
  readonly onDismiss: (callId: CallId) => void;
}) {
  const call = useStore(useSoftphone().calls, (state) => selectCall(state, callId));
  if (call === undefined) return null;
  return isTerminated(call.state) ? (
    <EndedCallCard call={call} onDismiss={onDismiss} />
  ) : (
    <LiveCallCard call={call} />
  );
});
