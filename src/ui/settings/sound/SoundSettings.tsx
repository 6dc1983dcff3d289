import { useStore } from 'zustand';
import { useSoftphone } from '../../shared/softphone-context.ts';
import { words } from '../../words.ts';
import { MicrophoneSection } from './MicrophoneSection.tsx';
import { OutputSection } from './OutputSection.tsx';
import styles from './SoundSettings.module.css';

/** With what the person speaks and listens, before a call and during one. */
export function SoundSettings() {
  const isUnknown = useStore(useSoftphone().soundDevices.store, ({ list }) => list.inputs.length === 0);
  return (
    <div className={styles.devices}>
      {isUnknown ? <p className={styles.unknown}>{words.devices.unknown}</p> : null}
      <MicrophoneSection />
      <OutputSection device="speaker" />
      <OutputSection device="ringer" />
    </div>
  );
}
