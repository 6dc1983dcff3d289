import type { AudioDeviceList, AudioDevicesPort } from '#core/devices/audio-devices-port.ts';
import type { KeptText } from '#core/shared/kept-text.ts';

/** Devices that are plugged in by hand. */
export interface FakeAudioDevices extends AudioDevicesPort {
  /** From now on these, which is told. */
  readonly plug: (list: Partial<AudioDeviceList>) => void;
}

/** Makes them. At first a headset and a webcam to speak into, a headset and a loudspeaker to listen to. */
export function createFakeAudioDevices(): FakeAudioDevices {
  const listeners = new Set<() => void>();
  let current: AudioDeviceList = {
    inputs: [
      { id: 'headset', label: 'Headset' },
      { id: 'webcam', label: 'Webcam' },
    ],
    outputs: [
      { id: 'headset', label: 'Headset' },
      { id: 'loudspeaker', label: 'Loudspeaker' },
    ],
    defaultInputGroupId: 'desk',
  };
  return {
    plug(list) {
      current = { ...current, ...list };
      for (const listener of listeners) listener();
    },
    list: () => Promise.resolve(current),
    onChanged(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** A text that is kept as long as the test. */
export function createFakeKeptText(text: string | null = null): KeptText {
  let kept = text;
  return {
    read: () => kept,
    write(next) {
      kept = next;
    },
  };
}
