import { useEffect, useRef } from 'react';
import { heardRms } from '#core/devices/microphone-ear.ts';
import { levelToShare } from '../../shared/pair-trace-drawing.ts';
import styles from './LevelMeter.module.css';

const frameMs = 1000 / 30;

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
    let drawnAtMs = 0;
    let request = 0;
    let isHeard = false;
    const draw = (nowMs: number) => {
      request = requestAnimationFrame(draw);
      if (nowMs - drawnAtMs < frameMs - 4) return;
      drawnAtMs = nowMs;
      const rms = readRms();
      ref.current?.style.setProperty('--level', levelToShare(rms).toFixed(3));
      if (isHeard || rms < heardRms) return;
      isHeard = true;
      onHeard?.();
    };
    request = requestAnimationFrame(draw);
    return () => cancelAnimationFrame(request);
  }, [readRms, onHeard]);
  return (
    <div ref={ref} className={styles.meter} aria-hidden>
      <div className={styles.level} />
    </div>
  );
}
