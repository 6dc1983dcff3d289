import { keepLogLines } from '#core/shared/log-lines.ts';
import { browserClock } from './browser-clock.ts';

/* The one place that may write to the console. */
const write = globalThis.console;

const kept = keepLogLines(
  {
    info: (message, context) => write.info(message, context ?? ''),
    warn: (message, context) => write.warn(message, context ?? ''),
    error: (message, context) => write.error(message, context ?? ''),
  },
  browserClock.nowMs,
);

/** Logs to the browser's console, context as an object that can be unfolded. */
export const consoleLogger = kept.logger;

/** What this page logged last. */
export const loggedLines = kept.lines;
