import type { PhoneErrorDetail } from '../errors/phone-error.ts';

/**
 * What a person is told of the recording of a call that is connected, and can do about it. A call that may not be
 * recorded has none.
 *
 * ```
 *  asking ──yes──► on ◄──► off
 *     └───────no────────────▲
 * ```
 */
export type CallRecordingState =
  /** The person is asked whether the call is to be recorded. */
  | { readonly phase: 'asking' }
  | {
      readonly phase: 'off';
      /** Why the recording ended that was on before; null where nothing has failed. */
      readonly error: PhoneErrorDetail | null;
    }
  | {
      readonly phase: 'on';
      /** Milliseconds since the Unix epoch. */
      readonly sinceMs: number;
      readonly paused: boolean;
      /** Whether a side that should be heard has been silent for 10 s: channel 0 the remote party, 1 the microphone. */
      readonly silent: readonly [remote: boolean, local: boolean];
      /** Whether this browser captures no sound: only the packets of the call are kept. Missing where it does. */
      readonly soundless?: boolean;
    };
