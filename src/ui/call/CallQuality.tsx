import { useStore } from 'zustand';
import type { CallInfo } from '#core/call/call-info.ts';
import type { Measurement } from '#core/quality/measurement.ts';
import { formatMs, formatShare } from '../shared/format.ts';
import { useSoftphone } from '../shared/softphone-context.ts';
import { words } from '../words.ts';
import styles from './CallQuality.module.css';

const secondsShown = 60;
/** Fewer are a dot or a dash, which says nothing. */
const fewestDrawn = 10;
const worst = 1;
const best = 4.41;

/** A line from left to right, the newest second at the right edge; the best score at the top. In a box of 60 by 1. */
const drawScores = (recent: readonly Measurement[]): string =>
  recent
    .map(({ mosScore }, index) => {
      const x = secondsShown - recent.length + index + 1;
      return `${x},${(1 - (mosScore - worst) / (best - worst)).toFixed(3)}`;
    })
    .join(' ');

/** How a call sounds: a word, and the last minute as a line. Its figures are read out on demand. Nothing before three seconds. */
export function CallQuality({ call }: { readonly call: CallInfo }) {
  const recent = useStore(useSoftphone().quality, (calls) => calls.get(call.callId)?.recent);
  const last = recent?.at(-1);
  // What was measured last says nothing of a call that nothing comes through in.
  const isSilent = call.mediaLost || call.onHold || call.remoteOnHold;
  if (isSilent || call.quality === null || recent === undefined || last === undefined) return null;
  const level = words.quality.levels[call.quality.level];
  const figures = words.quality.figures(
    formatShare(last.packetLossPercent / 100),
    formatMs(last.jitterMs),
    last.roundTripMs === null ? null : formatMs(last.roundTripMs),
  );
  return (
    <p className={styles.quality} data-level={call.quality.level} title={figures}>
      <svg
        className={recent.length < fewestDrawn ? 'unseen' : styles.line}
        viewBox={`0 0 ${secondsShown} 1`}
        preserveAspectRatio="none"
        role="img"
        aria-label={figures}
      >
        <polyline points={drawScores(recent)} />
      </svg>
      <span>{words.quality.sound(level)}</span>
    </p>
  );
}
