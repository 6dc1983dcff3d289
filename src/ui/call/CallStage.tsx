import type { ReactNode } from 'react';
import { words } from '../words.ts';
import { CallCard } from './CallCard.tsx';
import { CallLine } from './CallLine.tsx';
import styles from './CallStage.module.css';
import { BringTogether, LeaveTogether } from './ConferenceControls.tsx';
import { IdleStage } from './IdleStage.tsx';
import { useFrontCall } from './use-front-call.ts';
import type { StageCalls } from './use-stage-calls.ts';

/** The calls: one whole, the others in a line each. When there are none, whether the phone is ready, and `offers`. */
export function CallStage({ calls, offers }: { readonly calls: StageCalls; readonly offers: ReactNode }) {
  const { live, ended, dismiss } = calls;
  const { front, show } = useFrontCall(live);
  const others = live.filter((callId) => callId !== front);
  return (
    <section className={styles.stage} aria-label={words.stage.label}>
      {front === null ? null : (
        <div className={styles.live} data-dense={others.length > 0}>
          {others.length > 0 ? (
            <div className={styles.others}>
              <BringTogether />
              <LeaveTogether />
              <div className={styles.lines}>
                {others.map((callId) => (
                  <CallLine key={callId} callId={callId} open={show} />
                ))}
              </div>
            </div>
          ) : null}
          <CallCard key={front} callId={front} onDismiss={dismiss} />
        </div>
      )}
      {ended.map((callId) => (
        <div key={callId} className={styles.ended}>
          <CallCard callId={callId} onDismiss={dismiss} />
        </div>
      ))}
      {live.length > 0 ? null : <IdleStage compact={ended.length > 0} offers={offers} />}
    </section>
  );
}
