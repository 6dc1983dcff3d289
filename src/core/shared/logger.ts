/**
 * Where core reports what a developer should know. `warn`: something from outside was odd and was survived.
 * `error`: something of ours failed. Never a password, a token or an SDP body.
 */
export interface Logger {
  readonly info: (message: string, context?: Readonly<Record<string, unknown>>) => void;
  readonly warn: (message: string, context?: Readonly<Record<string, unknown>>) => void;
  readonly error: (message: string, context?: Readonly<Record<string, unknown>>) => void;
}

/** Says nothing. */
export const silentLogger: Logger = { info() {}, warn() {}, error() {} };
