import { useId, useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { devicesFor, findChosen, type DeviceRole } from '#core/devices/device-choice.ts';
import { ErrorNotice } from '../../shared/ErrorNotice.tsx';
import { SelectBox } from '../../shared/SelectBox.tsx';
import { useSoftphone } from '../../shared/softphone-context.ts';
import { words } from '../../words.ts';
import styles from './DeviceSelect.module.css';
import { useAttempt } from '../../shared/use-attempt.ts';

const standard = '';

/** The choice of a device, and `action` beside it. One that is chosen and not plugged in stays chosen, and is said. */
export function DeviceSelect({
  device: role,
  action,
}: {
  readonly device: DeviceRole;
  readonly action: ReactNode;
}) {
  const { soundDevices } = useSoftphone();
  const list = useStore(soundDevices.store, (state) => state.list);
  const chosen = useStore(soundDevices.store, (state) => state.chosen[role]);
  const [wanted, setWanted] = useState<string | null>(null);
  const { error, attempt } = useAttempt();
  const id = useId();

  const devices = devicesFor(role, list);
  const inUse = findChosen(role, chosen, list);
  const isAway = chosen !== null && inUse === null;
  const value = wanted ?? inUse?.id ?? chosen?.id ?? standard;
  const isListed = devices.some((device) => device.id === value);

  const choose = async (next: string) => {
    setWanted(next);
    await attempt(() => soundDevices.choose(role, next === standard ? null : next));
    setWanted(null);
  };

  return (
    <div className={styles.choice}>
      <div className={styles.row}>
        <SelectBox
          id={id}
          aria-label={words.devices[role]}
          aria-describedby={`${id}-hint`}
          value={value}
          onChange={({ target }) => void choose(target.value)}
        >
          <option value={standard}>{words.devices.standard}</option>
          {chosen === null || isListed || value === standard ? null : (
            <option value={value}>{isAway ? words.devices.away(chosen.label) : chosen.label}</option>
          )}
          {devices.map((device, index) => (
            <option key={device.id} value={device.id}>
              {device.label === '' ? words.devices.nameless(index + 1) : device.label}
            </option>
          ))}
        </SelectBox>
        {action}
      </div>
      <p id={`${id}-hint`} className={styles.hint}>
        {isAway ? words.devices.awayHint(chosen.label) : words.devices[`${role}Hint`]}
      </p>
      {error === null ? null : <ErrorNotice error={error} tone="warning" urgent />}
    </div>
  );
}
