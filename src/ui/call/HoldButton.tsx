import { CirclePause, CirclePlay } from 'lucide-react';
import type { CallCapabilities } from '#core/call/capabilities.ts';
import type { CallInfo } from '#core/call/call-info.ts';
import { Button } from '../shared/Button.tsx';
import { ErrorNotice } from '../shared/ErrorNotice.tsx';
import styles from './CallControls.module.css';
import { useHold } from './use-hold.ts';

/** Holds the call and takes it back. The other phone may refuse: that is said beside the button. */
export function HoldButton({
  call,
  capabilities: { canHold, canResume },
}: {
  readonly call: CallInfo;
  readonly capabilities: CallCapabilities;
}) {
  const { label, isAsking, error, toggle } = useHold(call);
  return (
    <>
      {error === null ? null : (
        <div className={styles.refusal}>
          <ErrorNotice error={error} tone="warning" urgent />
        </div>
      )}
      <Button
        size="stacked"
        icon={call.onHold ? CirclePlay : CirclePause}
        tone={call.onHold ? 'on' : 'quiet'}
        disabled={!canHold && !canResume}
        aria-disabled={isAsking}
        onClick={() => void toggle()}
      >
        {label}
      </Button>
    </>
  );
}
