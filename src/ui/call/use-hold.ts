import { useState } from 'react';
import type { CallInfo } from '#core/call/call-info.ts';
import { toPhoneErrorDetail, type PhoneErrorDetail } from '#core/errors/phone-error.ts';
import { useSoftphone } from '../shared/softphone-context.ts';
import { words } from '../words.ts';

/** Holding a call and taking it back, as a button has it. */
export interface Hold {
  /** What a press does, or what the other phone is being asked. */
  readonly label: string;
  readonly isAsking: boolean;
  /** Why the other phone did not agree to the last wish. */
  readonly error: PhoneErrorDetail | null;
  readonly toggle: () => Promise<void>;
}

/** Asks once at a time: the other phone may take a while, and may refuse. */
export function useHold({
  callId,
  onHold,
  holdChange,
}: Pick<CallInfo, 'callId' | 'onHold' | 'holdChange'>): Hold {
  const softphone = useSoftphone();
  const [error, setError] = useState<PhoneErrorDetail | null>(null);
  // Before a call is taken back the others are held, and it is asked itself only then.
  const [isPressed, setIsPressed] = useState(false);
  const isAsking = isPressed || holdChange !== null;
  const wish = onHold ? words.call.resume : words.call.hold;
  const asking = words.call[holdChange ?? (onHold ? 'resuming' : 'holding')];
  return {
    label: isAsking ? asking : wish,
    isAsking,
    error,
    async toggle() {
      if (isAsking) return;
      setError(null);
      setIsPressed(true);
      try {
        await (onHold ? softphone.resume(callId) : softphone.hold(callId));
      } catch (thrown) {
        setError(toPhoneErrorDetail(thrown));
      }
      setIsPressed(false);
    },
  };
}
