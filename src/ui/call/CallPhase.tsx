import { isBeingTransferred } from '#core/call/call-transfer.ts';
import type { CallInfo } from '#core/call/call-info.ts';
import { CirclePause } from 'lucide-react';
import { useStore } from 'zustand';
import { useSoftphone } from '../shared/softphone-context.ts';
import { Timer } from '../shared/Timer.tsx';
import { callPhaseWords } from './call-phase-words.ts';
import styles from './CallPhase.module.css';

/** Where a call is, in words and, once it is answered, in time. `CallAnnouncer` says it to who does not see it. */
export function CallPhase({
  call,
  className,
}: {
  readonly call: CallInfo;
  readonly className?: string | undefined;
}) {
  const isMember = useStore(useSoftphone().conference, (members) => members.has(call.callId));
  const isCalm = call.state === 'Connected' && !call.mediaLost && !isBeingTransferred(call.transfer);
  const isHeld = isCalm && (call.onHold || call.remoteOnHold);
  return (
    <p className={`${styles.phase} ${className ?? ''}`} data-held={isHeld}>
      {isHeld ? <CirclePause aria-hidden className={styles.sign} /> : null}
      <span>{callPhaseWords(call, isMember)}</span>
      {call.state === 'Connected' && call.connectedAt !== null ? (
        <>
          {' '}
          <span className={styles.time}>
            <Timer atMs={call.connectedAt} counts="up" />
          </span>
        </>
      ) : null}
    </p>
  );
}
