import { Headphones, PhoneIncoming, PhoneOutgoing } from 'lucide-react';
import { useCallback, useRef } from 'react';
import { useStore } from 'zustand';
import { callCapabilities } from '#core/call/capabilities.ts';
import type { CallInfo } from '#core/call/call-info.ts';
import { buttonClass } from '../shared/Button.tsx';
import { callElementId } from '../shared/call-element-id.ts';
import { CallAccount } from '../shared/CallAccount.tsx';
import { PairTrace } from '../shared/PairTrace.tsx';
import { Party } from '../shared/Party.tsx';
import { useSoftphone } from '../shared/softphone-context.ts';
import { usePoliteFocus } from '../shared/use-polite-focus.ts';
import { useKnownName } from '../shared/use-party-name.ts';
import { viewOf } from '../shared/view-of-call.ts';
import { words } from '../words.ts';
import { AutoAnswerNotice } from './AutoAnswerNotice.tsx';
import { CallControls } from './CallControls.tsx';
import { CallPhase } from './CallPhase.tsx';
import { CallQuality } from './CallQuality.tsx';
import { ConnectHeld, TakeApart } from './ConferenceControls.tsx';
import styles from './LiveCallCard.module.css';
import { OwnVoice } from './OwnVoice.tsx';
import { RecordingBadge } from './RecordingBadge.tsx';
import { RecordingControls } from './RecordingControls.tsx';
import { SoundWarnings } from './SoundWarnings.tsx';
import { TransferNotice } from './TransferNotice.tsx';

/** A call under way: who, how long, both voices, and what can be done with it. */
export function LiveCallCard({ call }: { readonly call: CallInfo }) {
  const softphone = useSoftphone();
  const card = useRef<HTMLElement>(null);
  usePoliteFocus(card);
  const isRecorded = useStore(softphone.recordings, ({ calls }) => calls.get(call.callId)?.phase === 'on');
  const readLevels = useCallback(() => softphone.levels(call.callId), [softphone, call.callId]);
  const view = viewOf(call, useKnownName(call));
  const Direction = call.direction === 'Incoming' ? PhoneIncoming : PhoneOutgoing;
  return (
    <section
      ref={card}
      id={callElementId(call.callId)}
      tabIndex={-1}
      className={styles.card}
      aria-label={words.call.region(view.name)}
      data-call-state={call.state}
    >
      <header className={styles.header}>
        <p className={styles.direction}>
          <Direction aria-hidden size={16} />
          {call.direction === 'Incoming' ? words.call.incoming : words.call.outgoing}
          <CallAccount call={call} />
        </p>
        <span className={styles.badges}>
          <RecordingBadge callId={call.callId} />
          <a
            href="#/settings/sound"
            className={buttonClass({ tone: 'plain', size: 'round' })}
            aria-label={words.devices.link}
            title={words.devices.link}
          >
            <Headphones aria-hidden size={20} />
          </a>
        </span>
      </header>
      <div className={styles.head}>
        <Party view={view} nameAs="h2" />
        <CallPhase call={call} className={styles.phase} />
      </div>
      <div className={styles.voices}>
        <div className={styles.pair}>
          <bdi className={styles.remote}>{view.name}</bdi>
          <div className={styles.trace}>
            <PairTrace readLevels={readLevels} kept={isRecorded} />
          </div>
          <div className={styles.under}>
            <OwnVoice muted={call.microphoneMuted} />
            <CallQuality call={call} />
          </div>
        </div>
        <AutoAnswerNotice callId={call.callId} />
        <TransferNotice call={call} />
        <SoundWarnings call={call} />
        <RecordingControls callId={call.callId} />
        <ConnectHeld call={call} />
        <TakeApart callId={call.callId} />
      </div>
      <CallControls call={call} capabilities={callCapabilities(call)} />
    </section>
  );
}
