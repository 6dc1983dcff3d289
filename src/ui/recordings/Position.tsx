import { useId, useSyncExternalStore, type KeyboardEvent, type ReactNode } from 'react';
import { formatDuration } from '../shared/format.ts';
import { words } from '../words.ts';
import type { Player } from './player.ts';
import styles from './RecordingPlayer.module.css';

const stepS = 5;
const pageS = 30;

/** Where a key of a time line goes, in seconds; null for any other key. */
function positionAfter(key: string, positionS: number, durationS: number): number | null {
  const moves: Readonly<Record<string, number>> = {
    ArrowLeft: positionS - stepS,
    ArrowDown: positionS - stepS,
    ArrowRight: positionS + stepS,
    ArrowUp: positionS + stepS,
    PageDown: positionS - pageS,
    PageUp: positionS + pageS,
    Home: 0,
    End: durationS,
  };
  const next = moves[key];
  return next === undefined ? null : Math.max(0, Math.min(durationS, next));
}

/** The time line as a slider; `children` is what it looks like. */
export function Position({
  player,
  durationS,
  children,
}: {
  readonly player: Player;
  readonly durationS: number;
  readonly children: ReactNode;
}) {
  const id = useId();
  // Whole seconds: it says no more, and is rendered no more often.
  const positionS = useSyncExternalStore(player.onMoved, () =>
    Math.floor(Math.min(player.positionS(), durationS)),
  );
  const time = formatDuration(positionS * 1000);
  const all = formatDuration(durationS * 1000);
  const move = (event: KeyboardEvent) => {
    const { key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = positionAfter(key, player.positionS(), durationS);
    if (next !== null) player.seek(next);
    else if (key === ' ') player.toggleLoaded();
    else if (key === '<' || key === '>') player.stepSpeed(key === '>' ? 1 : -1);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <span className={styles.time}>{time}</span>
      <div
        role="slider"
        tabIndex={0}
        aria-label={words.recordings.position}
        aria-valuemin={0}
        aria-valuemax={Math.floor(durationS)}
        aria-valuenow={positionS}
        aria-valuetext={words.recordings.positionOf(time, all)}
        aria-describedby={id}
        className={styles.slider}
        onKeyDown={move}
      >
        {children}
      </div>
      <span className={styles.time}>{all}</span>
      <p id={id} className="unseen">
        {words.recordings.keys}
      </p>
    </>
  );
}
