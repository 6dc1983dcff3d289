import { useId } from 'react';
import { useStore } from 'zustand';
import { ErrorNotice } from '../../shared/ErrorNotice.tsx';
import { useSoftphone } from '../../shared/softphone-context.ts';
import { words } from '../../words.ts';
import styles from './ProcessingSwitches.module.css';
import { useAttempt } from './use-attempt.ts';

const names = ['echoCancellation', 'noiseSuppression', 'autoGainControl'] as const;

/** What the browser does to the microphone's sound. A change is heard at once, in calls under way too. */
export function ProcessingSwitches() {
  const { soundDevices } = useSoftphone();
  const processing = useStore(soundDevices.store, (state) => state.processing);
  const { error, attempt } = useAttempt();
  const id = useId();
  return (
    <fieldset className={styles.switches}>
      <legend className="unseen">{words.devices.processing}</legend>
      {names.map((name) => (
        <label key={name} className={styles.line}>
          <span className={styles.name}>{words.devices[name]}</span>
          <span id={`${id}-${name}`} className={styles.hint}>
            {words.devices[`${name}Hint`]}
          </span>
          <input
            type="checkbox"
            role="switch"
            className={styles.switch}
            aria-label={words.devices[name]}
            aria-describedby={`${id}-${name}`}
            checked={processing[name]}
            aria-checked={processing[name]}
            onChange={({ target }) =>
              void attempt(() => soundDevices.setProcessing({ [name]: target.checked }))
            }
          />
        </label>
      ))}
      {error === null ? null : <ErrorNotice error={error} tone="warning" urgent />}
    </fieldset>
  );
}
