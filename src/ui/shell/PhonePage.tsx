import { CallStage } from '../call/CallStage.tsx';
import type { StageCalls } from '../call/use-stage-calls.ts';
import { DemoOffers } from '../dialer/DemoOffers.tsx';
import { Dialer } from '../dialer/Dialer.tsx';
import styles from './PhonePage.module.css';

/** The dialer and the stage with the calls. On narrow screens a call covers the dialer. */
export function PhonePage({ calls, demo }: { readonly calls: StageCalls; readonly demo: boolean }) {
  return (
    <div className={styles.page} data-live={calls.live.length > 0} data-ended={calls.ended.length > 0}>
      <div className={styles.list}>
        <Dialer />
      </div>
      <div className={styles.stage}>
        <CallStage calls={calls} offers={demo ? <DemoOffers /> : null} />
      </div>
    </div>
  );
}
