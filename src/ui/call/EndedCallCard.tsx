import { Phone, PhoneIncoming, PhoneMissed, PhoneOutgoing, X } from 'lucide-react';
import type { CallInfo } from '#core/call/call-info.ts';
import { describeCallEnd } from '#core/call/call-end-words.ts';
import { isAnonymous } from '#core/identity/anonymity.ts';
import { remoteAddress, remoteUriOf } from '#core/call/selectors.ts';
import type { CallId } from '#core/shared/ids.ts';
import { Button } from '../shared/Button.tsx';
import { callElementId } from '../shared/call-element-id.ts';
import { Details } from '../shared/Details.tsx';
import { ErrorNotice } from '../shared/ErrorNotice.tsx';
import { formatDuration } from '../shared/format.ts';
import { IconButton } from '../shared/IconButton.tsx';
import { usePartyName } from '../shared/use-party-name.ts';
import { usePlaceCall } from '../shared/use-place-call.ts';
import { useCanCall } from '../shared/use-accounts.ts';
import { words } from '../words.ts';
import styles from './EndedCallCard.module.css';
import { QualitySummary } from './QualitySummary.tsx';

function DirectionIcon({ call }: { readonly call: CallInfo }) {
  if (call.direction === 'Outgoing') return <PhoneOutgoing aria-hidden size={20} />;
  return call.wasConnectedWhenEnded ? (
    <PhoneIncoming aria-hidden size={20} />
  ) : (
    <PhoneMissed aria-hidden size={20} />
  );
}

/** A call that is over: why, how long it was, and how to go on. */
export function EndedCallCard({
  call,
  onDismiss,
}: {
  readonly call: CallInfo;
  readonly onDismiss: (callId: CallId) => void;
}) {
  const { error, place } = usePlaceCall();
  const name = usePartyName(call);
  const again = call.direction === 'Incoming' ? words.call.callBack : words.call.callAgain;
  const end = describeCallEnd(call, words, name);
  const movedTo = call.direction === 'Outgoing' ? call.end?.movedTo : undefined;
  const target = movedTo ?? remoteUriOf(call);
  // By the account that was in the call: the others may not know the number.
  const canCall = useCanCall(target, call.accountId);
  return (
    <section
      id={callElementId(call.callId)}
      tabIndex={-1}
      className={styles.card}
      aria-label={words.call.region(name)}
      data-call-state={call.state}
    >
      <span className={styles.icon}>
        <DirectionIcon call={call} />
      </span>
      <div className={styles.text}>
        <h2 className={styles.name}>
          <bdi>{name}</bdi>
        </h2>
        <p>{end.sentence}</p>
        {end.action === null ? null : <p className={styles.quiet}>{end.action}</p>}
        {call.connectedAt === null || call.endedAt === null ? null : (
          <p className={styles.quiet}>
            {words.call.lasted}{' '}
            <span className={styles.time}>{formatDuration(call.endedAt - call.connectedAt)}</span>
          </p>
        )}
        <QualitySummary callId={call.callId} />
        {call.error === null ? null : <Details error={call.error} />}
      </div>
      <div className={styles.again}>
        {isAnonymous(call.remoteUri) ? null : (
          <Button
            icon={Phone}
            disabled={!canCall}
            onClick={() => {
              if (place(target, call.accountId) !== null) onDismiss(call.callId);
            }}
          >
            {movedTo === undefined ? again : words.call.callInstead(remoteAddress({ remoteUri: movedTo }))}
          </Button>
        )}
      </div>
      <div className={styles.dismiss}>
        <IconButton label={words.call.dismiss} icon={X} onClick={() => onDismiss(call.callId)} />
      </div>
      {error === null ? null : <ErrorNotice error={error} urgent />}
    </section>
  );
}
