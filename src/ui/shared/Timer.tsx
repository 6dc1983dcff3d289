import { useLayoutEffect, useRef } from 'react';
import { formatDuration } from './format.ts';
import styles from './Timer.module.css';

/**
 * Time since, or until, a moment (milliseconds since the Unix epoch), as `0:12`. It writes into the page by itself
 * once a second: nothing is rendered again.
 */
export function Timer({ atMs, counts }: { readonly atMs: number; readonly counts: 'up' | 'down' }) {
  const ref = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const show = () => {
      const awayMs = counts === 'up' ? Date.now() - atMs : atMs - Date.now() + 999;
      if (ref.current !== null) ref.current.textContent = formatDuration(awayMs);
    };
    show();
    // Four times a second, so that no second is skipped or shown late by more than a blink.
    const interval = setInterval(show, 250);
    return () => clearInterval(interval);
  }, [atMs, counts]);
  return <span ref={ref} role="timer" aria-live="off" className={styles.timer} />;
}
