import { CirclePlay, Mic, MicOff, PhoneOff, UserRoundMinus } from 'lucide-react';
import { memo } from 'react';
import { useStore } from 'zustand';
import { callCapabilities } from '#core/call/capabilities.ts';
import type { CallInfo } from '#core/call/call-info.ts';
import { remoteName } from '#core/call/selectors.ts';
import type { CallId } from '#core/shared/ids.ts';
import { Button } from '../shared/Button.tsx';
import { callElementId } from '../shared/call-element-id.ts';
import { CallAccount } from '../shared/CallAccount.tsx';
import { ErrorNotice } from '../shared/ErrorNotice.tsx';
import { IconButton } from '../shared/IconButton.tsx';
import { RecordingDot } from '../shared/RecordingDot.tsx';
import { useSoftphone } from '../shared/softphone-context.ts';
import { useAttempt } from '../shared/use-attempt.ts';
import { useKnownName } from '../shared/use-party-name.ts';
import { words } from '../words.ts';
import styles from './CallLine.module.css';
import { CallPhase } from './CallPhase.tsx';
import { SoundWarnings } from './SoundWarnings.tsx';
import { TransferNotice } from './TransferNotice.tsx';
import { useHold } from './use-hold.ts';

/** What a press on the name does: goes to an address, or shows the call whole. */
export type OpenCall = string | ((callId: CallId) => void);

/** A call in one line: who, its state and time, and what is pressed in a hurry. */
export const CallLine = memo(function CallLine({
  callId,
  open,
}: {
  readonly callId: CallId;
  readonly open: OpenCall;
}) {
  const call = useStore(useSoftphone().calls, ({ liveCalls }) => liveCalls.get(callId));
  return call === undefined ? null : <Line call={call} open={open} />;
});

function Line({ call, open }: { readonly call: CallInfo; readonly open: OpenCall }) {
  const softphone = useSoftphone();
  const { callId, state, onHold } = call;
  const recording = useStore(softphone.recordings, ({ calls }) => calls.get(callId));
  const name = useKnownName(call) ?? remoteName(call);
  const isMember = useStore(softphone.conference, (members) => members.has(callId));
  const hold = useHold(call);
  const leaving = useAttempt();
  const error = hold.error ?? leaving.error;
  const { canHangup, canResume } = callCapabilities(call);
  const shownName = <bdi className={styles.name}>{name}</bdi>;
  return (
    <section
      id={callElementId(callId)}
      tabIndex={-1}
      className={styles.call}
      aria-label={words.call.region(name)}
      data-call-state={state}
      data-held={onHold}
    >
      <div className={styles.line}>
        <div className={styles.text}>
          {typeof open === 'string' ? (
            <a href={open} className={styles.who}>
              {shownName}
            </a>
          ) : (
            <button type="button" className={styles.who} aria-expanded={false} onClick={() => open(callId)}>
              {shownName}
            </button>
          )}
          <div className={styles.state}>
            <CallPhase call={call} className={styles.phase} />
            {recording?.phase === 'on' ? (
              <span className={styles.recording} data-paused={recording.paused}>
                <RecordingDot isPaused={recording.paused} />
                <span>{recording.paused ? words.call.recordingPaused : words.call.recording}</span>
              </span>
            ) : null}
          </div>
        </div>
        <CallAccount call={call} />
        <span className={styles.controls}>
          {onHold ? (
            <Button
              icon={CirclePlay}
              disabled={!canResume}
              aria-disabled={hold.isAsking}
              onClick={() => void hold.toggle()}
            >
              <span className={styles.word}>{hold.label}</span>
            </Button>
          ) : (
            <MuteButton call={call} />
          )}
          {isMember ? (
            <IconButton
              tone="quiet"
              label={words.conference.takeApart}
              icon={UserRoundMinus}
              onClick={() => void leaving.attempt(() => softphone.takeApart(callId))}
            />
          ) : null}
          <IconButton
            label={words.call.hangUp}
            icon={PhoneOff}
            tone="danger"
            disabled={!canHangup}
            onClick={() => softphone.hangUp(callId)}
          />
        </span>
      </div>
      {error === null ? null : <ErrorNotice error={error} tone="warning" urgent />}
      <TransferNotice call={call} brief />
      <SoundWarnings call={call} />
    </section>
  );
}

function MuteButton({ call }: { readonly call: CallInfo }) {
  const { setMuted } = useSoftphone();
  const isMuted = call.microphoneMuted;
  return (
    <IconButton
      label={isMuted ? words.call.unmute : words.call.mute}
      icon={isMuted ? MicOff : Mic}
      tone={isMuted ? 'on' : 'quiet'}
      disabled={!callCapabilities(call).canMute}
      onClick={() => setMuted(call.callId, !isMuted)}
    />
  );
}
