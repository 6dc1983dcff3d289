import { Volume2 } from 'lucide-react';
import type { OutputRole } from '#core/media/call-audio-port.ts';
import { Button } from '../../shared/Button.tsx';
import { useSoftphone } from '../../shared/softphone-context.ts';
import { words } from '../../words.ts';
import { DeviceSelect } from './DeviceSelect.tsx';
import styles from './SoundSettings.module.css';

/** Where something is heard, and how it sounds there. Without a choice where the browser gives none. */
export function OutputSection({ device }: { readonly device: OutputRole }) {
  const { soundDevices, testOutput } = useSoftphone();
  const test = (
    <Button
      icon={Volume2}
      aria-label={words.devices.testOf(words.devices[device])}
      onClick={() => testOutput(device)}
    >
      {words.devices.test}
    </Button>
  );
  return (
    <section className={styles.device} aria-label={words.devices[device]}>
      <h3 className={styles.title}>{words.devices[device]}</h3>
      {soundDevices.canChooseOutput ? (
        <DeviceSelect device={device} action={test} />
      ) : (
        <>
          <p>{words.devices.fixed}</p>
          <div>{test}</div>
        </>
      )}
    </section>
  );
}
