import type { CallStoreState } from '../call/call-store.ts';
import { isTalking } from '../call/capabilities.ts';
import type { CallAudioPort } from '../media/call-audio-port.ts';
import type { MicrophonePort } from '../media/microphone-port.ts';
import type { Clock } from '../shared/clock.ts';
import { createStore, type ReadonlyStore } from '../shared/store.ts';
import { openMicrophoneEar, type MicrophoneEar } from './microphone-ear.ts';
import { createTalkDetector, lookMs } from './talk-detector.ts';

/** Whether there is somebody to talk to, and nobody who would hear it. */
const isMutedTowardsAll = ({ liveCalls }: CallStoreState): boolean => {
  const heard = [...liveCalls.values()].filter((call) => isTalking(call) && !call.onHold);
  return heard.length > 0 && heard.every(({ microphoneMuted }) => microphoneMuted);
};

/**
 * Whether the person talks while all calls under way are muted. It listens to a copy of its own, because a muted one is
 * silent, and only then: the microphone is open anyway.
 */
export function watchMutedTalk(
  calls: ReadonlyStore<CallStoreState>,
  microphone: Pick<MicrophonePort, 'acquire'>,
  callAudio: Pick<CallAudioPort, 'meter'>,
  clock: Pick<Clock, 'setTimer'>,
): ReadonlyStore<boolean> {
  const store = createStore(false);

  const listen = (): (() => void) => {
    const detect = createTalkDetector();
    let isStopped = false;
    let ear: MicrophoneEar | null = null;
    let cancel = (): void => undefined;

    const look = (opened: MicrophoneEar): void => {
      store.setState(detect(opened.rms()));
      cancel = clock.setTimer(() => look(opened), lookMs);
    };
    const begin = async (): Promise<void> => {
      const opened = await openMicrophoneEar(microphone, callAudio);
      if (isStopped) {
        opened.close();
        return;
      }
      ear = opened;
      look(opened);
    };
    // A microphone that is gone has its own words elsewhere.
    void begin().catch(() => undefined);

    return () => {
      isStopped = true;
      cancel();
      ear?.close();
      store.setState(false);
    };
  };

  let stop: (() => void) | null = null;
  calls.subscribe((state) => {
    if (isMutedTowardsAll(state) === (stop !== null)) return;
    stop?.();
    stop = stop === null ? listen() : null;
  });
  return store;
}
