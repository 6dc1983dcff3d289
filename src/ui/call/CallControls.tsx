import { Mic, MicOff, PhoneOff } from 'lucide-react';
import type { CallCapabilities } from '#core/call/capabilities.ts';
import type { CallInfo } from '#core/call/call-info.ts';
import { Button } from '../shared/Button.tsx';
import { useSoftphone } from '../shared/softphone-context.ts';
import { words } from '../words.ts';
import styles from './CallControls.module.css';
import { HoldButton } from './HoldButton.tsx';

/** What can be done with a call now. A button is off for the reason for which its command would be refused. */
export function CallControls({
  call,
  capabilities,
}: {
  readonly call: CallInfo;
  readonly capabilities: CallCapabilities;
}) {
  const softphone = useSoftphone();
  const muted = call.microphoneMuted;
  return (
    <div className={styles.controls}>
      <Button
        size="large"
        icon={muted ? MicOff : Mic}
        tone={muted ? 'on' : 'quiet'}
        disabled={!capabilities.canMute}
        onClick={() => softphone.setMuted(call.callId, !muted)}
      >
        {muted ? words.call.unmute : words.call.mute}
      </Button>
      <HoldButton call={call} capabilities={capabilities} />
      <Button
        size="large"
        tone="danger"
        icon={PhoneOff}
        disabled={!capabilities.canHangup}
        onClick={() => softphone.hangUp(call.callId)}
      >
        {words.call.hangUp}
      </Button>
    </div>
  );
}
