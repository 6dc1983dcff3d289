import type { AudioMeter, CallAudioPort } from '../media/call-audio-port.ts';
import type { MicrophonePort } from '../media/microphone-port.ts';

/** What a voice reaches and a quiet room does not: −35 dBFS, as root mean square. */
export const heardRms = 0.018;

/** Listens to the microphone beside the calls, whatever they mute. It keeps the device open until it is closed. */
export interface MicrophoneEar {
  /** Root mean square of this moment, 0 to 1. */
  readonly rms: () => number;
  /** Idempotent. */
  readonly close: () => void;
}

/** Opens it; it follows the microphone to another device. Rejects like `MicrophonePort.acquire`. */
export async function openMicrophoneEar(
  microphone: Pick<MicrophonePort, 'acquire'>,
  callAudio: Pick<CallAudioPort, 'meter'>,
): Promise<MicrophoneEar> {
  let meter: AudioMeter | null = null;
  const copy = await microphone.acquire((source) => {
    meter?.stop();
    meter = callAudio.meter(source);
  });
  meter ??= callAudio.meter(copy.source);
  const heard = () => meter?.rms() ?? 0;
  return {
    rms: heard,
    close() {
      meter?.stop();
      copy.release();
    },
  };
}
