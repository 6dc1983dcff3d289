import { MicOff } from 'lucide-react';
import { useStore } from 'zustand';
import { useSoftphone } from '../shared/softphone-context.ts';
import { words } from '../words.ts';
import styles from './OwnVoice.module.css';

/** Whose the lower trace is: yours, muted, or muted while you talk. In the same place, so that nothing moves. */
export function OwnVoice({ muted }: { readonly muted: boolean }) {
  const talks = useStore(useSoftphone().talkingWhileMuted) && muted;
  const silent = muted ? words.call.muted : words.call.you;
  return (
    <span className={styles.voice} data-talks={talks || undefined}>
      {talks ? <MicOff aria-hidden size={16} /> : null}
      {talks ? words.call.talkingWhileMuted : silent}
    </span>
  );
}
