import { PhoneIncoming } from 'lucide-react';
import { memo, useCallback, useId, useRef } from 'react';
import { useStore } from 'zustand';
import type { CallId } from '#core/shared/ids.ts';
import { CallAccount } from '../shared/CallAccount.tsx';
import { Party } from '../shared/Party.tsx';
import { useSoftphone } from '../shared/softphone-context.ts';
import { callElementId } from '../shared/call-element-id.ts';
import { useKnownName } from '../shared/use-party-name.ts';
import { usePoliteFocus } from '../shared/use-polite-focus.ts';
import { viewOf } from '../shared/view-of-call.ts';
import { words } from '../words.ts';
import { AnswersByItself } from './AnswersByItself.tsx';
import { Decision } from './Decision.tsx';
import styles from './IncomingCall.module.css';
import { OtherAnswers } from './OtherAnswers.tsx';

/** Someone calls. It slides in once and stays still until it is accepted, rejected or given up; Escape does nothing. */
export const IncomingCall = memo(function IncomingCall({
  callId,
  onAccepted,
}: {
  readonly callId: CallId;
  readonly onAccepted: (callId: CallId) => void;
}) {
  const softphone = useSoftphone();
  const call = useStore(softphone.calls, ({ liveCalls }) => liveCalls.get(callId));
  const knownName = useKnownName(call);
  const element = useRef<HTMLElement>(null);
  const describedBy = useId();
  // The call itself when it was accepted, else the next one that waits, else what is told of its end, else the page.
  const findNext = useCallback(() => {
    const card = document.getElementById(callElementId(callId));
    if (softphone.calls.getState().liveCalls.has(callId)) return card;
    const waiting = document.querySelector<HTMLElement>('[role="alertdialog"]');
    return waiting ?? card ?? document.querySelector('main');
  }, [softphone, callId]);
  usePoliteFocus(element, findNext);
  if (call === undefined) return null;
  const view = viewOf(call, knownName);
  return (
    <section
      ref={element}
      role="alertdialog"
      tabIndex={-1}
      className={styles.toast}
      aria-label={words.incoming.label(view.name)}
      aria-describedby={`${describedBy} ${describedBy}-account`}
    >
      <p className={styles.title}>
        <PhoneIncoming aria-hidden size={16} />
        {words.incoming.title}
        <CallAccount id={`${describedBy}-account`} call={call} />
      </p>
      <Party id={describedBy} view={view} nameAs="p" />
      <AnswersByItself callId={callId} />
      <Decision callId={callId} onAccepted={onAccepted} />
      <OtherAnswers callId={callId} />
    </section>
  );
});
