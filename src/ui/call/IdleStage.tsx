import { ListChecks } from 'lucide-react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { hrefOf } from '../shared/addresses.ts';
import { buttonClass } from '../shared/Button.tsx';
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
      <div className={styles.offers}>
        {offers}
        <a className={buttonClass({ tone: 'plain' })} href={hrefOf('settings', 'check')}>
          <ListChecks aria-hidden size={20} />
          {words.check.offer}
        </a>
      </div>
    </div>
  );
}
