import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { CallId, RecordingId } from '#core/shared/ids.ts';
import { useSoftphone } from '../shared/softphone-context.ts';

/** The recording of each call that has one that can be played. */
export function useRecordingsByCall(): ReadonlyMap<CallId, RecordingId> {
  const items = useStore(useSoftphone().recordings, (state) => state.items);
  return useMemo(
    () =>
      new Map(
        items
          .filter(({ progress }) => progress.phase !== 'failed')
          .map(({ meta }) => [meta.callId, meta.recordingId]),
      ),
    [items],
  );
}
