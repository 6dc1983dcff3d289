import type { Logger } from '#core/shared/logger.ts';

/* The one place that may write to the console. */
const write = globalThis.console;

/** Logs to the browser's console, context as an object that can be unfolded. */
export const consoleLogger: Logger = {
  info: (message, context) => write.info(message, context ?? ''),
  warn: (message, context) => write.warn(message, context ?? ''),
  error: (message, context) => write.error(message, context ?? ''),
};
