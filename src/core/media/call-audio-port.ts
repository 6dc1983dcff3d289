import type { ReadonlyStore } from '../shared/store.ts';
import type { AudioSource } from './audio-source.ts';

/** Whether the browser lets the page make sound (its autoplay policy). `unknown` until the page first tried. */
export type SoundPermission = 'unknown' | 'allowed' | 'blocked';

/** Listens to how loud a source is. */
export interface AudioMeter {
  /** Root mean square of the last 21 ms, 0 to 1. */
  readonly rms: () => number;
  readonly stop: () => void;
}

/** Several sources as one, mono, in their own loudness. */
export interface AudioMix {
  readonly source: AudioSource;
  readonly stop: () => void;
}

/** What is sent to a device of its own: voices and the tones of a call, or the ring. */
export type OutputRole = 'speaker' | 'ringer';

/** A beep to both sides: the person hears it, and it is in what is sent in place of the microphone. */
export interface RecordingBeep {
  /** The microphone and the beep. */
  readonly outgoing: AudioSource;
  readonly setMicrophone: (source: AudioSource) => void;
  /** Ends the beep and `outgoing`. */
  readonly stop: () => void;
}

/** Everything that the person hears: the remote parties and the telephone's own tones. */
export interface CallAudioPort {
  readonly permission: ReadonlyStore<SoundPermission>;
  /** Makes sound ready and finds out whether the browser allows it. Never rejects. */
  readonly prepare: () => Promise<void>;
  /** To be called from a click: asks the browser to let the page make sound. Never rejects. */
  readonly unlock: () => Promise<void>;
  /** Whether the browser lets the page say where sound goes (`setSinkId`, Audio Output Devices API). */
  readonly canChooseOutput: boolean;
  /**
   * Sends sound to this device from now on, also what sounds already; null is the system's default. One that goes away later
   * is replaced by the default. Rejects with `media/device-gone` when it cannot be used: then the one before goes on.
   */
  readonly setOutput: (role: OutputRole, deviceId: string | null) => Promise<void>;
  /** Plays a remote party. Returns its stop. */
  readonly playRemote: (source: AudioSource) => () => void;
  /** Rings for an incoming call until the returned function is called. */
  readonly startRinging: () => () => void;
  /** A soft tone beside the voice of a call under way: another call waits. Until the returned function is called. */
  readonly startCallWaiting: () => () => void;
  /** Says that the phone is about to answer by itself, where it rings, until the returned function is called. */
  readonly startAutoAnswerTone: () => () => void;
  /** The tone that the caller hears while the other side rings, until the returned function is called. */
  readonly startRingback: () => () => void;
  /** Beeps at once and every so many seconds: 1400 Hz for 200 ms, as recorded lines do. To be called where sound is allowed. */
  readonly startBeep: (microphone: AudioSource, everySeconds: number) => RecordingBeep;
  /** Measures a source. A remote party must be played by `playRemote` meanwhile. */
  readonly meter: (source: AudioSource) => AudioMeter;
  /** Mixes sources. A remote party must be played by `playRemote` meanwhile. */
  readonly mix: (sources: readonly AudioSource[]) => AudioMix;
}
