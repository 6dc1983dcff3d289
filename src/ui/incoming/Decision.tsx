import { Phone, PhoneForwarded, PhoneOff } from 'lucide-react';
import { useState } from 'react';
import { useStore } from 'zustand';
import { callsBeside } from '#core/call/one-live-call.ts';
import { toPhoneErrorDetail, type PhoneErrorDetail } from '#core/errors/phone-error.ts';
import type { CallId } from '#core/shared/ids.ts';
import { Button } from '../shared/Button.tsx';
import { ErrorNotice } from '../shared/ErrorNotice.tsx';
import { useSoftphone } from '../shared/softphone-context.ts';
import { words } from '../words.ts';
import styles from './IncomingCall.module.css';

/** What becomes of a call that waits: with another call in the way, that one is held or ended first. */
export function Decision({
  callId,
  onAccepted,
}: {
  readonly callId: CallId;
  readonly onAccepted: (callId: CallId) => void;
}) {
  const softphone = useSoftphone();
  const isTalking = useStore(softphone.calls, (state) => callsBeside(state, callId).length > 0);
  // A call that is still being placed can be ended, and not held.
  const isCalling = useStore(softphone.calls, ({ liveCalls, incomingCalls }) =>
    [...liveCalls.values()].some((call) => call.state !== 'Connected' && !incomingCalls.has(call.callId)),
  );
  const [isHolding, setIsHolding] = useState(false);
  const [error, setError] = useState<PhoneErrorDetail | null>(null);

  const take = async (how: 'accept' | 'endOthersAndAccept') => {
    if (how === 'accept' && isHolding) return;
    setError(null);
    const mustWait = isTalking && how === 'accept';
    const accepting = softphone[how](callId);
    if (mustWait) setIsHolding(true);
    else onAccepted(callId);
    try {
      await accepting;
      if (mustWait) onAccepted(callId);
    } catch (thrown) {
      setIsHolding(false);
      setError(toPhoneErrorDetail(thrown));
    }
  };
  const accept = isTalking ? words.incoming.holdAndAccept : words.incoming.accept;

  return (
    <>
      {error === null ? null : <ErrorNotice error={error} tone="warning" urgent />}
      <div className={styles.decision}>
        <Button tone="refuse" size="large" icon={PhoneOff} onClick={() => softphone.reject(callId)}>
          {words.incoming.reject}
        </Button>
        {isTalking || isCalling ? (
          <Button size="large" icon={PhoneForwarded} onClick={() => void take('endOthersAndAccept')}>
            {words.incoming.endAndAccept}
          </Button>
        ) : null}
        {isCalling ? null : (
          <Button
            tone="primary"
            size="large"
            icon={Phone}
            aria-disabled={isHolding}
            onClick={() => void take('accept')}
          >
            {isHolding ? words.call.holding : accept}
          </Button>
        )}
      </div>
    </>
  );
}
