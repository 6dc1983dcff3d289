/**
 * Time as core sees it. Core never reads `Date` or `performance` and never sets a timer by itself,
 * so that a test decides what time it is.
 */
export interface Clock {
  /** Wall-clock time in milliseconds since the Unix epoch. */
  readonly nowMs: () => number;
  /** Calls `callback` once after `delayMs` (≥ 0). The returned function cancels it; cancelling twice is harmless. */
  readonly setTimer: (callback: () => void, delayMs: number) => () => void;
}
