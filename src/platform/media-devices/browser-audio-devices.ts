import type { AudioDevice, AudioDeviceList, AudioDevicesPort } from '#core/devices/audio-devices-port.ts';

/** The part of `navigator.mediaDevices` that tells of devices. Undefined on a page that is no secure context. */
export type ListedDevices =
  | Pick<MediaDevices, 'enumerateDevices' | 'addEventListener' | 'removeEventListener'>
  | undefined;

/** Chromium lists what the system uses by itself beside the devices, under these ids. */
const systemIds: readonly string[] = ['default', 'communications'];

/** The devices that this browser tells of. */
export function createBrowserAudioDevices(devices: ListedDevices): AudioDevicesPort {
  const read = async (): Promise<readonly MediaDeviceInfo[]> => {
    try {
      return (await devices?.enumerateDevices()) ?? [];
    } catch {
      return [];
    }
  };
  return {
    async list(): Promise<AudioDeviceList> {
      const known = await read();
      const of = (wanted: MediaDeviceKind): readonly AudioDevice[] =>
        known
          // Without permission they have neither name nor id.
          .filter(({ kind, deviceId }) => kind === wanted && deviceId !== '' && !systemIds.includes(deviceId))
          .map(({ deviceId, label }) => ({ id: deviceId, label }));
      const standard = known.find(({ kind, deviceId }) => kind === 'audioinput' && deviceId === 'default');
      return {
        inputs: of('audioinput'),
        outputs: of('audiooutput'),
        defaultInputGroupId: standard?.groupId ?? null,
      };
    },
    onChanged(listener) {
      devices?.addEventListener('devicechange', listener);
      return () => devices?.removeEventListener('devicechange', listener);
    },
  };
}
