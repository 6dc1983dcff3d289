import { useStore } from 'zustand';
import type { RecordingProgress } from '#core/recording/recording-item.ts';
import type { CallId } from '#core/shared/ids.ts';
import { useSoftphone } from '../shared/softphone-context.ts';

/** Where the recording of a call is; null when there is none. */
export function useCallRecording(callId: CallId): RecordingProgress | null {
  return useStore(
    useSoftphone().recordings,
    ({ items }) => items.find(({ meta }) => meta.callId === callId)?.progress ?? null,
  );
}
