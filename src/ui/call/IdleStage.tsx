import type { ReactNode } from 'react';
import { FlatPair } from '../shared/FlatPair.tsx';
import { useDiallingAccount, useReachable } from '../shared/use-accounts.ts';
import { words } from '../words.ts';
import styles from './IdleStage.module.css';

/** The stage without a call: whether calls arrive, and what to try. `compact` beside the cards of ended calls. */
export function IdleStage({ compact, offers }: { readonly compact: boolean; readonly offers: ReactNode }) {
  const address = useDiallingAccount()?.settings.address ?? '';
  const reachable = useReachable();
  return (
    <div className={styles.idle} data-compact={compact}>
      <div className={styles.state}>
        <FlatPair />
        <h2 className={styles.title}>{reachable ? words.stage.ready : words.stage.notReady}</h2>
        <p className={styles.hint}>{reachable ? words.stage.readyHint(address) : words.stage.notReadyHint}</p>
      </div>
      {offers}
    </div>
  );
}
