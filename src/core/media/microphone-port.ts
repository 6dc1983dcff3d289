import type { AudioProcessing } from '../config/phone-config.ts';
import type { AudioSource } from './audio-source.ts';

/** Which microphone, and what the browser does to its sound. */
export interface MicrophoneWish {
  /** Null for the system's default. */
  readonly deviceId: string | null;
  /** The apparatus that the default is at this moment, by `AudioDevice.groupId`; null where the browser does not tell. */
  readonly groupId: string | null;
  readonly processing: AudioProcessing;
}

/** One call's own copy of the microphone. Muting or releasing it leaves the other calls' copies alone. */
export interface CallMicrophone {
  /** What it gives now. Another one takes its place when the device is unplugged, or another one is wished for. */
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
   * From now on this microphone. What is open moves to it as it does when a device is unplugged; what is not open is opened
   * by the next `acquire`. One that is in use already is left alone.
   *
   * Rejects with `media/device-gone` when there is no such device, or like `acquire`: then the one before goes on.
   */
  readonly use: (wish: MicrophoneWish) => Promise<void>;
  /**
   * Opens the device, or shares it when it is open already, and returns a copy for one call. When the device is unplugged
   * and the browser has another one, the copy goes on with that, muted as it was, and `onReplaced` is told its new source;
   * without another one the copy is silent from then on. Where the device that is wished for is not there, it is the
   * system's default.
   *
   * Rejects with `media/permission-denied`, `media/no-microphone`, `media/microphone-busy` or `media/microphone-failed`.
   */
  readonly acquire: (onReplaced: (source: AudioSource) => void) => Promise<CallMicrophone>;
}
