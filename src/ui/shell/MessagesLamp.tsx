import { Voicemail } from 'lucide-react';
import { useStore } from 'zustand';
import type { AccountState } from '#core/registration/account-state.ts';
import type { MessageSummary } from '#core/subscription/message-summary.ts';
import { buttonClass } from '../shared/Button.tsx';
import { useSoftphone } from '../shared/softphone-context.ts';
import { usePlaceCall } from '../shared/use-place-call.ts';
import { words } from '../words.ts';
import styles from './MessagesLamp.module.css';

/** The lamps of the accounts that have messages waiting. A press calls the voicemail. */
export function MessagesLamps() {
  const softphone = useSoftphone();
  const waiting = useStore(softphone.waitingMessages);
  const accounts = useStore(softphone.accounts, (state) => state.accounts);
  return [...accounts.values()].map((account) => {
    const summary = waiting.get(account.accountId);
    return summary?.isWaiting === true ? (
      <Lamp key={account.accountId} account={account} summary={summary} named={accounts.size > 1} />
    ) : null;
  });
}

function Lamp({
  account: { accountId, settings, registration },
  summary,
  named,
}: {
  readonly account: AccountState;
  readonly summary: MessageSummary;
  readonly named: boolean;
}) {
  const { error, place } = usePlaceCall();
  const voicemail = settings.voicemail ?? summary.voicemailUri;
  const said = words.messages.waiting(summary.newCount);
  const name = named ? words.messages.waitingAt(said, accountId) : said;
  const content = (
    <>
      <Voicemail aria-hidden size={20} />
      <span className={styles.words}>{said}</span>
      {summary.newCount === null ? null : (
        <span aria-hidden className={styles.count}>
          {summary.newCount}
        </span>
      )}
    </>
  );
  if (voicemail === null) {
    return (
      <p data-lamp className={styles.lamp} role="img" aria-label={name} title={name}>
        {content}
      </p>
    );
  }
  return (
    <>
      <button
        type="button"
        data-lamp
        className={`${buttonClass({ tone: 'quiet' })} ${styles.lamp}`}
        aria-label={words.messages.listen(name)}
        title={words.messages.listen(name)}
        disabled={registration.status !== 'registered'}
        onClick={() => void place(voicemail, accountId)}
      >
        {content}
      </button>
      {error === null ? null : <p role="alert">{words.errors[error.code].sentence}</p>}
    </>
  );
}
