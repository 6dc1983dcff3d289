import type { Clock } from '#core/shared/clock.ts';

/** The page's own time. */
export const browserClock: Clock = {
  nowMs: () => Date.now(),
  setTimer(callback, delayMs) {
    const timer = setTimeout(callback, delayMs);
    return () => clearTimeout(timer);
  },
};
