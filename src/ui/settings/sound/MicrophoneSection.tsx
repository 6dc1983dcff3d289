import { Mic } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { Button } from '../../shared/Button.tsx';
import { ErrorNotice } from '../../shared/ErrorNotice.tsx';
import { useSoftphone } from '../../shared/softphone-context.ts';
import { words } from '../../words.ts';
import { DeviceSelect } from './DeviceSelect.tsx';
import { LevelMeter } from './LevelMeter.tsx';
import { ProcessingSwitches } from './ProcessingSwitches.tsx';
import styles from './SoundSettings.module.css';
import { useAttempt } from '../../shared/use-attempt.ts';

/**
 * Which microphone, what it hears, and what is done to it. It listens by itself in a call, when the microphone is open
 * anyway, and otherwise when the person asks for it; never beyond this page.
 */
export function MicrophoneSection() {
  const { microphoneTest, calls } = useSoftphone();
  const phase = useStore(microphoneTest.store);
  const inCall = useStore(calls, ({ liveCalls }) =>
    [...liveCalls.values()].some(({ state }) => state === 'Connected'),
  );
  const { error, attempt } = useAttempt();

  useEffect(() => {
    if (inCall) void attempt(microphoneTest.start);
  }, [inCall, attempt, microphoneTest]);
  useEffect(() => microphoneTest.stop, [microphoneTest]);

  return (
    <section className={styles.device} aria-label={words.devices.microphone}>
      <h3 className={styles.title}>{words.devices.microphone}</h3>
      <DeviceSelect
        device="microphone"
        action={
          phase === 'off' ? (
            <Button
              icon={Mic}
              aria-label={words.devices.testOf(words.devices.microphone)}
              onClick={() => void attempt(microphoneTest.start)}
            >
              {words.devices.test}
            </Button>
          ) : (
            <Button onClick={microphoneTest.stop}>{words.devices.stopTest}</Button>
          )
        }
      />
      {phase === 'opening' ? <p role="status">{words.devices.opening}</p> : null}
      {phase === 'on' ? <Hearing readRms={microphoneTest.rms} /> : null}
      {error === null ? null : <ErrorNotice error={error} tone="warning" urgent />}
      <ProcessingSwitches />
    </section>
  );
}

function Hearing({ readRms }: { readonly readRms: () => number }) {
  const [isHeard, setHeard] = useState(false);
  const onHeard = useCallback(() => setHeard(true), []);
  return (
    <div className={styles.hearing}>
      <LevelMeter readRms={readRms} onHeard={onHeard} />
      <p role="status">{isHeard ? words.devices.heard : words.devices.speak}</p>
    </div>
  );
}
