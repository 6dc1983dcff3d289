import { memo } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { CallId } from '#core/shared/ids.ts';
import { useSoftphone } from '../shared/softphone-context.ts';
import { IncomingCall } from './IncomingCall.tsx';
import styles from './IncomingCalls.module.css';

/**
 * The calls that wait for a decision, the first on top. They lie over the page, block nothing, and are read out. `overDialer`
 * beside calls under way, which stay in sight.
 */
export const IncomingCalls = memo(function IncomingCalls({
  overDialer,
  onAccepted,
}: {
  readonly overDialer: boolean;
  readonly onAccepted: (callId: CallId) => void;
}) {
  const callIds = useStore(
    useSoftphone().calls,
    useShallow(({ incomingCalls }) => [...incomingCalls.keys()]),
  );
  return (
    <div className={styles.stack} data-over-dialer={overDialer} aria-live="assertive">
      {callIds.map((callId) => (
        <IncomingCall key={callId} callId={callId} onAccepted={onAccepted} />
      ))}
    </div>
  );
});
