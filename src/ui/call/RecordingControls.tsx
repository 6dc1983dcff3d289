import { Circle, CirclePause, CirclePlay, CircleStop, Megaphone } from 'lucide-react';
import { useStore } from 'zustand';
import type { CallId } from '#core/shared/ids.ts';
import { Button } from '../shared/Button.tsx';
import { ErrorNotice } from '../shared/ErrorNotice.tsx';
import { useSoftphone } from '../shared/softphone-context.ts';
import { words } from '../words.ts';
import styles from './RecordingControls.module.css';

/** What the person is asked and told of a call's recording, and what they can do about it. */
export function RecordingControls({ callId }: { readonly callId: CallId }) {
  const softphone = useSoftphone();
  const state = useStore(softphone.recordings, ({ calls }) => calls.get(callId));
  if (state === undefined) return null;
  const { announcement, policy } = softphone.recordingRules;
  const isOn = state.phase === 'on';
  const start = (
    <Button icon={Circle} onClick={() => softphone.startRecording(callId)}>
      {words.call.record}
    </Button>
  );
  return (
    <div className={styles.recording}>
      {state.phase !== 'off' && announcement !== null ? (
        <p className={styles.announcement}>
          <Megaphone aria-hidden size={16} />
          <span>
            {words.call.readOut}{' '}
            <q>
              <bdi>{announcement}</bdi>
            </q>
          </span>
        </p>
      ) : null}
      {state.phase === 'off' && state.error !== null ? (
        <ErrorNotice error={state.error} tone="warning" urgent />
      ) : null}
      <div className={styles.buttons}>
        {state.phase === 'asking' ? (
          <>
            <p className={styles.question}>{words.call.askToRecord}</p>
            {start}
            <Button onClick={() => softphone.declineRecording(callId)}>{words.call.doNotRecord}</Button>
          </>
        ) : null}
        {state.phase === 'off' ? start : null}
        {isOn ? (
          <>
            <Button
              icon={state.paused ? CirclePlay : CirclePause}
              tone={state.paused ? 'on' : 'quiet'}
              onClick={() => softphone.setRecordingPaused(callId, !state.paused)}
            >
              {state.paused ? words.call.resumeRecording : words.call.pauseRecording}
            </Button>
            {policy === 'always' ? null : (
              <Button icon={CircleStop} onClick={() => softphone.stopRecording(callId)}>
                {words.call.stopRecording}
              </Button>
            )}
          </>
        ) : null}
      </div>
    </div>
  );
}
