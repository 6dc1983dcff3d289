import { useStore } from 'zustand';
import { ErrorNotice } from '../../shared/ErrorNotice.tsx';
import { SwitchLine } from '../../shared/SwitchLine.tsx';
import { useSoftphone } from '../../shared/softphone-context.ts';
import { words } from '../../words.ts';
import styles from './ProcessingSwitches.module.css';
import { useAttempt } from '../../shared/use-attempt.ts';

const names = ['echoCancellation', 'noiseSuppression', 'autoGainControl'] as const;

/** What the browser does to the microphone's sound. A change is heard at once, in calls under way too. */
export function ProcessingSwitches() {
  const { soundDevices } = useSoftphone();
  const processing = useStore(soundDevices.store, (state) => state.processing);
  const { error, attempt } = useAttempt();
  return (
    <fieldset className={styles.switches}>
      <legend className="unseen">{words.devices.processing}</legend>
      {names.map((name) => (
        <SwitchLine
          key={name}
          label={words.devices[name]}
          hint={words.devices[`${name}Hint`]}
          checked={processing[name]}
          onChange={(checked) => void attempt(() => soundDevices.setProcessing({ [name]: checked }))}
        />
      ))}
      {error === null ? null : <ErrorNotice error={error} tone="warning" urgent />}
    </fieldset>
  );
}
