import type { ReactNode } from 'react';
import { words } from '../words.ts';
import { CallCard } from './CallCard.tsx';
import styles from './CallStage.module.css';
import { BringTogether, LeaveTogether } from './ConferenceControls.tsx';
import { IdleStage } from './IdleStage.tsx';
import type { StageCalls } from './use-stage-calls.ts';

/** The calls; when there are none, whether the phone is ready, and `offers`. */
export function CallStage({ calls, offers }: { readonly calls: StageCalls; readonly offers: ReactNode }) {
  const { live, ended, dismiss } = calls;
  return (
    <section className={styles.stage} aria-label={words.stage.label}>
      {live.length > 0 ? (
        <div className={styles.live} data-dense={live.length > 1}>
          <BringTogether />
          <LeaveTogether />
          {live.map((callId) => (
            <CallCard key={callId} callId={callId} onDismiss={dismiss} />
          ))}
        </div>
      ) : null}
      {ended.map((callId) => (
        <div key={callId} className={styles.ended}>
          <CallCard callId={callId} onDismiss={dismiss} />
        </div>
      ))}
      {live.length > 0 ? null : <IdleStage compact={ended.length > 0} offers={offers} />}
    </section>
  );
}
