import { useStore } from 'zustand';
import type { CallId } from '#core/shared/ids.ts';
import { RecordingDot } from '../shared/RecordingDot.tsx';
import { useSoftphone } from '../shared/softphone-context.ts';
import { Timer } from '../shared/Timer.tsx';
import { words } from '../words.ts';
import styles from './RecordingBadge.module.css';

/** Says that the call is being recorded, and since when. It does not blink: it is there, or it is not. */
export function RecordingBadge({ callId }: { readonly callId: CallId }) {
  const state = useStore(useSoftphone().recordings, ({ calls }) => calls.get(callId));
  if (state?.phase !== 'on') return null;
  return (
    <p className={styles.badge} data-paused={state.paused}>
      <RecordingDot isPaused={state.paused} />
      <span>{state.paused ? words.call.recordingPaused : words.call.recording}</span>
      <Timer atMs={state.sinceMs} counts="up" />
      {state.paused ? null : <span className={styles.hint}>{words.call.recordingHint}</span>}
    </p>
  );
}
