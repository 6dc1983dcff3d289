import { VolumeX } from 'lucide-react';
import { useStore } from 'zustand';
import { Button } from '../shared/Button.tsx';
import { useSoftphone } from '../shared/softphone-context.ts';
import { words } from '../words.ts';
import styles from './SoundLock.module.css';

/**
 * Says that the browser keeps the page silent, and ends it with one click. It has its place in the top bar, whose height
 * is fixed: the first click anywhere takes it away, and what that click was meant for must not move under it.
 */
export function SoundLock() {
  const softphone = useSoftphone();
  const sound = useStore(softphone.sound);
  if (sound !== 'blocked') return null;
  return (
    <div role="alert" className={styles.lock}>
      <span className={styles.why}>{words.sound.blocked}</span>
      <Button tone="on" icon={VolumeX} onClick={() => void softphone.enableSound()}>
        {words.sound.enable}
      </Button>
    </div>
  );
}
