import type { CallAudioPort, OutputRole } from '../media/call-audio-port.ts';
import type { Clock } from '../shared/clock.ts';

/** Both tones are heard once in so long. */
const testMs = 2000;

/** Lets the person hear where sound goes: the ring, or a tone of a call. A second test ends the first. */
export function createOutputTest(
  callAudio: Pick<CallAudioPort, 'startRinging' | 'startRingback'>,
  clock: Pick<Clock, 'setTimer'>,
): (role: OutputRole) => void {
  let end = (): void => undefined;
  return (role) => {
    end();
    const silence = role === 'ringer' ? callAudio.startRinging() : callAudio.startRingback();
    const cancel = clock.setTimer(() => end(), testMs);
    end = () => {
      cancel();
      silence();
      end = () => undefined;
    };
  };
}
