import type { Logger } from '#core/shared/logger.ts';

/** Writes one line per message to the terminal, as logfmt does: `warn A sentence. key="value"`. */
export function createConsoleLogger(): Logger {
  return {
    info: (message, context) => console.log(line('info', message, context)),
    warn: (message, context) => console.warn(line('warn', message, context)),
    error: (message, context) => console.error(line('error', message, context)),
  };
}

function line(level: string, message: string, context: Readonly<Record<string, unknown>> = {}): string {
  const pairs = Object.entries(context).map(([key, value]) => `${key}=${JSON.stringify(value)}`);
  return [level, message, ...pairs].join(' ');
}
