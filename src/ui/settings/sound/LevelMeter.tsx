import { useEffect, useRef } from 'react';
import { heardRms } from '#core/devices/microphone-ear.ts';
import { drawInTime } from '../../shared/draw-in-time.ts';
import { levelToShare } from '../../shared/pair-trace-drawing.ts';
import styles from './LevelMeter.module.css';

/** How loud the microphone is, 30 times a second, drawn by itself: nothing is rendered again. `onHeard` is told once. */
export function LevelMeter({
  readRms,
  onHeard,
}: {
  readonly readRms: () => number;
  readonly onHeard?: () => void;
}) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let isHeard = false;
    const draw = () => {
      const rms = readRms();
      ref.current?.style.setProperty('--level', levelToShare(rms).toFixed(3));
      if (isHeard || rms < heardRms) return;
      isHeard = true;
      onHeard?.();
    };
    return drawInTime(draw, () => 30);
  }, [readRms, onHeard]);
  return (
    <div ref={ref} className={styles.meter} aria-hidden>
      <div className={styles.level} />
    </div>
  );
}
