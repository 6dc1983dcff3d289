import type { Logger } from './logger.ts';

/** What was logged. */
export interface LogLine {
  readonly atMs: number;
  readonly level: keyof Logger;
  /** The message and its context, cut off at 400 characters. */
  readonly text: string;
}

const mostLines = 60;
const maxTextLength = 400;

/** A logger that hands everything on, and remembers its last lines for whoever asks what went wrong. */
export function keepLogLines(
  logger: Logger,
  nowMs: () => number,
): { readonly logger: Logger; readonly lines: () => readonly LogLine[] } {
  const lines: LogLine[] = [];
  const note =
    (level: keyof Logger): Logger['info'] =>
    (message, context) => {
      logger[level](message, context);
      lines.push({ atMs: nowMs(), level, text: toText(message, context) });
      if (lines.length > mostLines) lines.shift();
    };
  return {
    logger: { info: note('info'), warn: note('warn'), error: note('error') },
    lines: () => [...lines],
  };
}

/** An error is an object without fields to JSON. */
const withErrors = (_key: string, value: unknown): unknown =>
  value instanceof Error ? String(value) : value;

function toText(message: string, context: Readonly<Record<string, unknown>> | undefined): string {
  if (context === undefined) return message.slice(0, maxTextLength);
  try {
    return `${message} ${JSON.stringify(context, withErrors)}`.slice(0, maxTextLength);
  } catch {
    // It contains itself.
    return message.slice(0, maxTextLength);
  }
}
