import type { CallAudioPort } from '../media/call-audio-port.ts';
import type { MicrophonePort } from '../media/microphone-port.ts';
import { createStore, type ReadonlyStore } from '../shared/store.ts';
import { openMicrophoneEar, type MicrophoneEar } from './microphone-ear.ts';

/** A look at whether the microphone hears the person. */
export interface MicrophoneTest {
  /** `opening` while the browser may be asking the person. */
  readonly store: ReadonlyStore<'off' | 'opening' | 'on'>;
  /** Opens the microphone; nothing happens when it is on. Rejects with `media/*`. */
  readonly start: () => Promise<void>;
  /** Idempotent. */
  readonly stop: () => void;
  /** For a meter, which asks up to 60 times a second: root mean square, 0 to 1; 0 while it is off. */
  readonly rms: () => number;
}

/** Makes it. `onOpened` is told when the person has allowed the microphone. */
export function createMicrophoneTest(
  microphone: Pick<MicrophonePort, 'acquire'>,
  callAudio: Pick<CallAudioPort, 'meter'>,
  onOpened: () => void,
): MicrophoneTest {
  const store = createStore<'off' | 'opening' | 'on'>('off');
  let ear: MicrophoneEar | null = null;
  /** Counts the tests: one that is stopped while its microphone opens is nobody's any more. */
  let turn = 0;

  return {
    store,
    rms: () => ear?.rms() ?? 0,
    async start() {
      if (store.getState() !== 'off') return;
      const mine = (turn += 1);
      store.setState('opening');
      try {
        const opened = await openMicrophoneEar(microphone, callAudio);
        if (turn !== mine) {
          opened.close();
          return;
        }
        ear = opened;
        store.setState('on');
        onOpened();
      } catch (error) {
        if (turn !== mine) return;
        store.setState('off');
        throw error;
      }
    },
    stop() {
      turn += 1;
      ear?.close();
      ear = null;
      store.setState('off');
    },
  };
}
