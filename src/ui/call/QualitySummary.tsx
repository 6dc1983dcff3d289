import { useStore } from 'zustand';
import { qualityLevel } from '#core/quality/media-quality.ts';
import type { CallId } from '#core/shared/ids.ts';
import { formatShare } from '../shared/format.ts';
import { useSoftphone } from '../shared/softphone-context.ts';
import { words } from '../words.ts';
import styles from './EndedCallCard.module.css';

/** How a call sounded as a whole; nothing where it was too short to be measured. */
export function QualitySummary({ callId }: { readonly callId: CallId }) {
  const summary = useStore(useSoftphone().quality, (calls) => calls.get(callId)?.summary ?? null);
  if (summary === null) return null;
  const level = words.quality.levels[qualityLevel(summary.meanMosScore)];
  return (
    <p className={styles.quiet}>
      {words.quality.summary(level, formatShare(summary.meanPacketLossPercent / 100))}
    </p>
  );
}
