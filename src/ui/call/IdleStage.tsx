import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { FlatPair } from '../shared/FlatPair.tsx';
import { useSoftphone } from '../shared/softphone-context.ts';
import { useDiallingAccount, useReachable } from '../shared/use-accounts.ts';
import { words } from '../words.ts';
import styles from './IdleStage.module.css';

/** The stage without a call: whether calls arrive, and what to try. `compact` beside the cards of ended calls. */
export function IdleStage({ compact, offers }: { readonly compact: boolean; readonly offers: ReactNode }) {
  const address = useDiallingAccount()?.settings.address ?? '';
  const reachable = useReachable();
  const isUndisturbed = useStore(useSoftphone().callRules.store, ({ doNotDisturb }) => doNotDisturb);
  const ready = isUndisturbed
    ? [words.stage.undisturbed, words.stage.undisturbedHint]
    : [words.stage.ready, words.stage.readyHint(address)];
  const [title, hint] = reachable ? ready : [words.stage.notReady, words.stage.notReadyHint];
  return (
    <div className={styles.idle} data-compact={compact}>
      <div className={styles.state}>
        <FlatPair />
        <h2 className={styles.title}>{title}</h2>
        <p className={styles.hint}>{hint}</p>
      </div>
      {offers}
    </div>
  );
}
