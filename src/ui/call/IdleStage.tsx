import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { FlatPair } from '../shared/FlatPair.tsx';
import { useSoftphone } from '../shared/softphone-context.ts';
import { useRegistered } from '../shared/use-registered.ts';
import { words } from '../words.ts';
import styles from './IdleStage.module.css';

/** The stage without a call: whether calls arrive, and what to try. `compact` beside the cards of ended calls. */
export function IdleStage({ compact, offers }: { readonly compact: boolean; readonly offers: ReactNode }) {
  const address = useStore(useSoftphone().account, ({ settings }) => settings?.address ?? '');
  const registered = useRegistered();
  return (
    <div className={styles.idle} data-compact={compact}>
      <div className={styles.state}>
        <FlatPair />
        <h2 className={styles.title}>{registered ? words.stage.ready : words.stage.notReady}</h2>
        <p className={styles.hint}>
          {registered ? words.stage.readyHint(address) : words.stage.notReadyHint}
        </p>
      </div>
      {offers}
    </div>
  );
}
