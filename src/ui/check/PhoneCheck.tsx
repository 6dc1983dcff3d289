import { ListChecks, RotateCw, Square } from 'lucide-react';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { countProblems, type PhoneCheckState } from '#core/phone-check/check-state.ts';
import { Button } from '../shared/Button.tsx';
import { CopyDiagnostics } from '../shared/CopyDiagnostics.tsx';
import { usePage } from '../shared/page-context.ts';
import { useSoftphone } from '../shared/softphone-context.ts';
import { words } from '../words.ts';
import { AccountLines, ServerLine, SoundWayLine } from './NetworkLines.tsx';
import styles from './PhoneCheck.module.css';
import { MicrophoneLine, SpeakerLine } from './SoundLines.tsx';

/** Whether a call would work, before there is one. Where nobody is signed in, `server` is the one that is tried. */
export function PhoneCheck({ server }: { readonly server?: string | undefined }) {
  const { phoneCheck, accounts } = useSoftphone();
  const { diagnose } = usePage();
  const state = useStore(phoneCheck.store);
  useEffect(() => phoneCheck.stop, [phoneCheck]);
  const problems = useStore(accounts, (all) => (state === null ? null : countProblems(state, all)));
  const start = () => phoneCheck.start(server);
  return (
    <div className={styles.check}>
      {state === null ? <p>{words.check.intro}</p> : <Results state={state} />}
      <div>
        {/* One button throughout, so that the focus stays on it. */}
        {state === null ? (
          <Button icon={ListChecks} onClick={start}>
            {words.check.start}
          </Button>
        ) : problems === null ? (
          <Button icon={Square} onClick={phoneCheck.stop}>
            {words.check.stop}
          </Button>
        ) : (
          <Button icon={RotateCw} onClick={start}>
            {words.check.again}
          </Button>
        )}
      </div>
      <CopyDiagnostics diagnose={diagnose} />
    </div>
  );
}

function Results({ state }: { readonly state: PhoneCheckState }) {
  const { accounts } = useSoftphone();
  const problems = useStore(accounts, (all) => countProblems(state, all));
  const isSignedIn = useStore(accounts, (all) => all.accounts.size > 0);
  const well = isSignedIn ? words.check.allWell : words.check.allWellSignedOut;
  return (
    <>
      <ul className={styles.lines} aria-label={words.check.results} aria-live="polite">
        <MicrophoneLine check={state.microphone} />
        <SpeakerLine check={state.speaker} />
        <ServerLine check={state.server} />
        <SoundWayLine check={state.soundWay} />
        <AccountLines />
      </ul>
      <p role="status" className={styles.summary}>
        {problems === null ? null : problems === 0 ? well : words.check.problems(problems)}
      </p>
    </>
  );
}
