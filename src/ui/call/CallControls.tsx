import { Grip, Mic, MicOff, PhoneForwarded, PhoneOff } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { CallCapabilities } from '#core/call/capabilities.ts';
import type { CallInfo } from '#core/call/call-info.ts';
import { Button } from '../shared/Button.tsx';
import { useSoftphone } from '../shared/softphone-context.ts';
import { words } from '../words.ts';
import styles from './CallControls.module.css';
import { CallDigits } from './CallDigits.tsx';
import { CallTransfer } from './CallTransfer.tsx';
import { HoldButton } from './HoldButton.tsx';
import { ReceivedDigits } from './ReceivedDigits.tsx';

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
  const [panel, setPanel] = useState<'digits' | 'transfer' | null>(null);
  const controls = useRef<HTMLDivElement>(null);
  const closeByKey = ({ key }: KeyboardEvent) => {
    if (key !== 'Escape') return;
    controls.current?.querySelector<HTMLElement>('[aria-expanded="true"]')?.focus();
    setPanel(null);
  };
  const toggle = (wanted: 'digits' | 'transfer') => setPanel(panel === wanted ? null : wanted);
  return (
    <>
      <div ref={controls} className={styles.controls}>
        <Button
          size="stacked"
          icon={muted ? MicOff : Mic}
          tone={muted ? 'on' : 'quiet'}
          disabled={!capabilities.canMute}
          onClick={() => softphone.setMuted(call.callId, !muted)}
        >
          {muted ? words.call.unmute : words.call.mute}
        </Button>
        <HoldButton call={call} capabilities={capabilities} />
        <Button
          size="stacked"
          icon={Grip}
          tone={panel === 'digits' ? 'on' : 'quiet'}
          aria-expanded={panel === 'digits'}
          disabled={!capabilities.canSendDtmf}
          onClick={() => toggle('digits')}
        >
          {words.digits.open}
        </Button>
        <Button
          size="stacked"
          icon={PhoneForwarded}
          tone={panel === 'transfer' ? 'on' : 'quiet'}
          aria-expanded={panel === 'transfer'}
          disabled={!capabilities.canTransfer}
          onClick={() => toggle('transfer')}
        >
          {words.transfer.open}
        </Button>
        <Button
          size="large"
          wide
          tone="danger"
          icon={PhoneOff}
          disabled={!capabilities.canHangup}
          onClick={() => softphone.hangUp(call.callId)}
        >
          {words.call.hangUp}
        </Button>
      </div>
      <div role="presentation" className={styles.panel} onKeyDown={closeByKey}>
        {panel === 'digits' && capabilities.canSendDtmf ? (
          <CallDigits callId={call.callId} />
        ) : (
          <ReceivedDigits callId={call.callId} />
        )}
        {panel === 'transfer' && capabilities.canTransfer ? (
          <CallTransfer call={call} onDone={() => setPanel(null)} />
        ) : null}
      </div>
    </>
  );
}
