import { isBeingTransferred } from '#core/call/call-transfer.ts';
import type { CallInfo } from '#core/call/call-info.ts';
import { useStore } from 'zustand';
import { assertNever } from '#core/shared/assert-never.ts';
import { useSoftphone } from '../shared/softphone-context.ts';
import { Timer } from '../shared/Timer.tsx';
import { words } from '../words.ts';
import styles from './CallPhase.module.css';

function phaseWords({ state, onHold, remoteOnHold, mediaLost, transfer }: CallInfo): string {
  switch (state) {
    case 'Initiating':
      return words.call.calling;
    case 'Proceeding':
      return isBeingTransferred(transfer) ? words.call.transferring : words.call.connecting;
    case 'Ringing':
      return words.call.ringing;
    case 'IncomingPending':
      return words.call.answering;
    case 'Connected':
      if (mediaLost) return words.call.reconnecting;
      if (onHold) return words.call.onHold;
      return remoteOnHold ? words.call.remoteOnHold : words.call.inCall;
    case 'Terminating':
    case 'Terminated':
    case 'Failed':
    case 'Cancelled':
      return words.call.hangingUp;
    default:
      return assertNever(state);
  }
}

/** Where a call is, in words and, once it is answered, in time. A change is read out once; the time is not. */
export function CallPhase({
  call,
  className,
}: {
  readonly call: CallInfo;
  readonly className?: string | undefined;
}) {
  const isMember = useStore(useSoftphone().conference, (members) => members.has(call.callId));
  return (
    <p className={`${styles.phase} ${className ?? ''}`}>
      <span aria-live="polite">
        {isMember && call.state === 'Connected' && !call.onHold && !call.mediaLost
          ? words.conference.inCall
          : phaseWords(call)}
      </span>
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
