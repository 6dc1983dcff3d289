import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { CallId, RecordingId } from '#core/shared/ids.ts';
import { useSoftphone } from '../shared/softphone-context.ts';

/** What was recorded of a call and can be played. */
export interface RecordingsOfCall {
  /** The newest: below it the library lists the others. */
  readonly recordingId: RecordingId;
  readonly count: number;
}

/** Of each call that has a recording that can be played. A call may be recorded more than once. */
export function useRecordingsByCall(): ReadonlyMap<CallId, RecordingsOfCall> {
  const items = useStore(useSoftphone().recordings, (state) => state.items);
  return useMemo(() => {
    const byCall = new Map<CallId, RecordingsOfCall>();
    for (const { meta, progress } of items) {
      if (progress.phase === 'failed') continue;
      const { recordingId, count } = byCall.get(meta.callId) ?? { ...meta, count: 0 };
      byCall.set(meta.callId, { recordingId, count: count + 1 });
    }
    return byCall;
  }, [items]);
}
