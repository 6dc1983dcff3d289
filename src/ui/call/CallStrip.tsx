import { Mic, MicOff, PhoneOff } from 'lucide-react';
import { memo } from 'react';
import { useStore } from 'zustand';
import { callCapabilities } from '#core/call/capabilities.ts';
import { remoteName } from '#core/call/selectors.ts';
import type { CallId } from '#core/shared/ids.ts';
import { CallAccount } from '../shared/CallAccount.tsx';
import { IconButton } from '../shared/IconButton.tsx';
import { useSoftphone } from '../shared/softphone-context.ts';
import { useKnownName } from '../shared/use-party-name.ts';
import { words } from '../words.ts';
import { CallPhase } from './CallPhase.tsx';
import styles from './CallStrip.module.css';

/** The calls under way, in sight on every page that is not theirs. */
export function CallStrip({ callIds, href }: { readonly callIds: readonly CallId[]; readonly href: string }) {
  return (
    <div className={styles.strip}>
      {callIds.map((callId) => (
        <StripCall key={callId} callId={callId} href={href} />
      ))}
    </div>
  );
}

const StripCall = memo(function StripCall({
  callId,
  href,
}: {
  readonly callId: CallId;
  readonly href: string;
}) {
  const softphone = useSoftphone();
  const call = useStore(softphone.calls, ({ liveCalls }) => liveCalls.get(callId));
  const recording = useStore(softphone.recordings, ({ calls }) => calls.get(callId));
  const knownName = useKnownName(call);
  if (call === undefined) return null;
  const { canMute, canHangup } = callCapabilities(call);
  const name = knownName ?? remoteName(call);
  const muted = call.microphoneMuted;
  return (
    <section className={styles.call} aria-label={words.call.region(name)} data-call-state={call.state}>
      <a href={href} className={styles.who}>
        <bdi className={styles.name}>{name}</bdi>
      </a>
      <CallPhase call={call} className={styles.phase} />
      <CallAccount call={call} />
      {recording?.phase === 'on' ? (
        <span className={styles.recording} data-paused={recording.paused}>
          <span className={styles.dot} />
          <span>{recording.paused ? words.call.recordingPaused : words.call.recording}</span>
        </span>
      ) : null}
      <span className={styles.controls}>
        <IconButton
          label={muted ? words.call.unmute : words.call.mute}
          icon={muted ? MicOff : Mic}
          tone={muted ? 'on' : 'quiet'}
          disabled={!canMute}
          onClick={() => softphone.setMuted(callId, !muted)}
        />
        <IconButton
          label={words.call.hangUp}
          icon={PhoneOff}
          tone="danger"
          disabled={!canHangup}
          onClick={() => softphone.hangUp(callId)}
        />
      </span>
    </section>
  );
});
