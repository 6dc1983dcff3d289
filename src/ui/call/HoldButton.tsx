import { CirclePause, CirclePlay } from 'lucide-react';
import { useState } from 'react';
import type { CallCapabilities } from '#core/call/capabilities.ts';
import type { CallInfo } from '#core/call/call-info.ts';
import { toPhoneErrorDetail, type PhoneErrorDetail } from '#core/errors/phone-error.ts';
import { Button } from '../shared/Button.tsx';
import { ErrorNotice } from '../shared/ErrorNotice.tsx';
import { useSoftphone } from '../shared/softphone-context.ts';
import { words } from '../words.ts';
import styles from './CallControls.module.css';

/** Holds the call and takes it back. The other phone may refuse: that is said beside the button. */
export function HoldButton({
  call: { callId, onHold },
  capabilities: { canHold, canResume },
}: {
  readonly call: CallInfo;
  readonly capabilities: CallCapabilities;
}) {
  const softphone = useSoftphone();
  const [error, setError] = useState<PhoneErrorDetail | null>(null);
  const [isAsking, setIsAsking] = useState(false);
  const toggle = async () => {
    if (isAsking) return;
    setError(null);
    setIsAsking(true);
    try {
      await (onHold ? softphone.resume(callId) : softphone.hold(callId));
    } catch (thrown) {
      setError(toPhoneErrorDetail(thrown));
    }
    setIsAsking(false);
  };
  const wish = onHold ? words.call.resume : words.call.hold;
  const asking = onHold ? words.call.resuming : words.call.holding;
  return (
    <>
      {error === null ? null : (
        <div className={styles.refusal}>
          <ErrorNotice error={error} tone="warning" urgent />
        </div>
      )}
      <Button
        size="stacked"
        icon={onHold ? CirclePlay : CirclePause}
        tone={onHold ? 'on' : 'quiet'}
        disabled={!canHold && !canResume}
        aria-disabled={isAsking}
        onClick={() => void toggle()}
      >
        {isAsking ? asking : wish}
      </Button>
    </>
  );
}
