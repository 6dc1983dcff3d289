import type { ReadonlyStore } from '../shared/store.ts';
import type { AudioSource } from './audio-source.ts';

/** Whether the browser lets the page make sound (its autoplay policy). `unknown` until the page first tried. */
export type SoundPermission = 'unknown' | 'allowed' | 'blocked';

/** Everything that the person hears: the remote parties and the telephone's own tones. */
export interface CallAudioPort {
  readonly permission: ReadonlyStore<SoundPermission>;
  /** To be called from a click: asks the browser to let the page make sound. */
  readonly unlock: () => Promise<void>;
  /** Plays a remote party. Returns its stop. */
  readonly playRemote: (source: AudioSource) => () => void;
  /** Rings for an incoming call until the returned function is called. */
  readonly startRinging: () => () => void;
  /** The tone that the caller hears while the other side rings, until the returned function is called. */
  readonly startRingback: () => () => void;
}
