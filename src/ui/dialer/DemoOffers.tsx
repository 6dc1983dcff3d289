import { AudioLines, ExternalLink } from 'lucide-react';
import { useId } from 'react';
import { demoAccounts } from '../shared/demo-accounts.ts';
import { ErrorNotice } from '../shared/ErrorNotice.tsx';
import { usePlaceCall } from '../shared/use-place-call.ts';
import { useCanCall, useDiallingAccount } from '../shared/use-accounts.ts';
import { words } from '../words.ts';
import styles from './DemoOffers.module.css';

/** What a stranger can do at once: talk to the echo, or open the other end of a call. */
export function DemoOffers() {
  const id = useId();
  const own = useDiallingAccount()?.settings.address.split('@')[0];
  const canCall = useCanCall();
  const { error, place } = usePlaceCall();
  const second = own === 'bob' ? demoAccounts[0] : demoAccounts[1];
  const offer = (name: string) => ({
    className: styles.offer,
    'aria-labelledby': `${id}${name}`,
    'aria-describedby': `${id}${name}-hint`,
  });
  return (
    <section className={styles.offers} aria-label={words.demo.title}>
      <button type="button" {...offer('echo')} disabled={!canCall} onClick={() => place('echo')}>
        <AudioLines aria-hidden size={20} />
        <span id={`${id}echo`} className={styles.what}>
          {words.demo.echo}
        </span>
        <span id={`${id}echo-hint`} className={styles.hint}>
          {words.demo.echoHint}
        </span>
      </button>
      <a {...offer('second')} href={`?account=${second.account}`} target="_blank" rel="noopener noreferrer">
        <ExternalLink aria-hidden size={20} />
        <span id={`${id}second`} className={styles.what}>
          {words.demo.second(second.name)}
        </span>
        <span id={`${id}second-hint`} className={styles.hint}>
          {words.demo.secondHint(second.account)}
        </span>
      </a>
      {error === null ? null : <ErrorNotice error={error} urgent />}
    </section>
  );
}
