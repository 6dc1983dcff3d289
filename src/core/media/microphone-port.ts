import type { AudioSource } from './audio-source.ts';

/** One call's own copy of the microphone. Muting or releasing it leaves the other calls' copies alone. */
export interface CallMicrophone {
  /** What it gives now. Another one takes its place when the device is unplugged. */
  readonly source: AudioSource;
  readonly setMuted: (muted: boolean) => void;
  /** Stops this copy. The device itself is closed, and its lamp goes out, with the last copy. Idempotent. */
  readonly release: () => void;
}

/** The person's microphone. It is opened by the phone, never by the signalling stack, so that its errors keep their meaning. */
export interface MicrophonePort {
  /** Whether the browser gives the microphone without asking the person. Never rejects. */
  readonly isAllowed: () => Promise<boolean>;
  /**
   * Opens the device, or shares it when it is open already, and returns a copy for one call. When the device is unplugged
   * and the browser has another one, the copy goes on with that, muted as it was, and `onReplaced` is told its new source;
   * without another one the copy is silent from then on.
   *
   * Rejects with `media/permission-denied`, `media/no-microphone`, `media/microphone-busy` or `media/microphone-failed`.
   */
  readonly acquire: (onReplaced: (source: AudioSource) => void) => Promise<CallMicrophone>;
}
