import { useStore } from 'zustand';
import type { CallId } from '#core/shared/ids.ts';
import { Button } from '../shared/Button.tsx';
import { useSoftphone } from '../shared/softphone-context.ts';
import { Timer } from '../shared/Timer.tsx';
import { words } from '../words.ts';
import styles from './AnswersByItself.module.css';

/** That the phone is about to answer a call, and how to keep it from that. */
export function AnswersByItself({ callId }: { readonly callId: CallId }) {
  const softphone = useSoftphone();
  const state = useStore(softphone.autoAnswers, (calls) => calls.get(callId));
  if (state === undefined) return null;
  return (
    <div className={styles.line}>
      <p role="alert">
        {state.phase === 'due' ? (
          <>
            {words.incoming.answersIn} <Timer atMs={state.atMs} counts="down" />
          </>
        ) : (
          words.incoming.answersNow
        )}
      </p>
      {state.phase === 'answered' ? null : (
        <Button onClick={() => softphone.cancelAutoAnswer(callId)}>{words.incoming.letItRing}</Button>
      )}
    </div>
  );
}
