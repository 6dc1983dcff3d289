import type { AudioProcessing } from '../config/phone-config.ts';
import { PhoneError } from '../errors/phone-error.ts';
import type { CallAudioPort } from '../media/call-audio-port.ts';
import type { MicrophonePort } from '../media/microphone-port.ts';
import type { KeptText } from '../shared/kept-text.ts';
import type { Logger } from '../shared/logger.ts';
import { createSerialQueue } from '../shared/serial-queue.ts';
import { createStore, type ReadonlyStore } from '../shared/store.ts';
import type { AudioDeviceList, AudioDevicesPort } from './audio-devices-port.ts';
import {
  deviceRoles,
  devicesFor,
  findChosen,
  parseRemembered,
  type DeviceChoice,
  type DeviceRole,
} from './device-choice.ts';

/** What is plugged in, and what the person wants of it. Which device is in use follows: `findChosen`. */
export interface SoundDevicesState {
  readonly list: AudioDeviceList;
  readonly chosen: DeviceChoice;
  readonly processing: AudioProcessing;
}

/** The devices that the phone speaks and listens with, as the person chose them. */
export interface SoundDevices {
  readonly store: ReadonlyStore<SoundDevicesState>;
  /** False where the browser does not let a page say where sound goes: it goes to the system's default. */
  readonly canChooseOutput: boolean;
  /**
   * Uses a device from now on, in calls under way too, and remembers it; null for the system's default. Rejects with
   * `media/device-gone`, or for a microphone with another `media/*`: then everything stays as it was.
   */
  readonly choose: (role: DeviceRole, deviceId: string | null) => Promise<void>;
  /** Like `choose`, for what the browser does to the microphone's sound. */
  readonly setProcessing: (changes: Partial<AudioProcessing>) => Promise<void>;
  /** Asks what is plugged in, and uses what was chosen as far as it is there. Never rejects. */
  readonly refresh: () => Promise<void>;
}

/** What it is made of. `defaults` is the deployment's processing. */
export interface SoundDevicesDeps {
  readonly devices: AudioDevicesPort;
  readonly microphone: Pick<MicrophonePort, 'use'>;
  readonly callAudio: Pick<CallAudioPort, 'canChooseOutput' | 'setOutput'>;
  readonly kept: KeptText;
  readonly defaults: AudioProcessing;
  readonly logger: Pick<Logger, 'warn'>;
}

const unknownDevices: AudioDeviceList = { inputs: [], outputs: [], defaultInputGroupId: null };

/**
 * Makes it, with what was remembered. A chosen device that is unplugged is replaced by the system's default and taken up
 * again when it is back. One thing happens after the other: a device that goes away while another one is chosen waits.
 */
export function createSoundDevices(deps: SoundDevicesDeps): SoundDevices {
  const { devices, microphone, callAudio, kept, defaults, logger } = deps;
  const remembered = parseRemembered(kept.read());
  let changed = remembered.processing;
  const store = createStore<SoundDevicesState>({
    list: unknownDevices,
    chosen: remembered.chosen,
    processing: { ...defaults, ...changed },
  });
  const inTurn = createSerialQueue();

  const apply = async (role: DeviceRole, { list, chosen, processing }: SoundDevicesState): Promise<void> => {
    const device = findChosen(role, chosen[role], list);
    const deviceId = device?.id ?? null;
    if (role === 'microphone') {
      const groupId = device === null ? list.defaultInputGroupId : null;
      await microphone.use({ deviceId, groupId, processing });
    } else if (callAudio.canChooseOutput) {
      await callAudio.setOutput(role, deviceId);
    }
  };

  const adopt = (next: SoundDevicesState): void => {
    store.setState(next);
    kept.write(JSON.stringify({ chosen: next.chosen, processing: changed }));
  };

  const refresh = (): Promise<void> =>
    inTurn(async () => {
      const list = await devices.list();
      store.setState((before) => (isSame(before.list, list) ? before : { ...before, list }));
      for (const role of deviceRoles) {
        // It went away again meanwhile: then the next change tells.
        await apply(role, store.getState()).catch((error: unknown) =>
          logger.warn('a device could not be used', { role, error: String(error) }),
        );
      }
    });

  devices.onChanged(() => void refresh());
  void refresh();

  return {
    store,
    canChooseOutput: callAudio.canChooseOutput,
    refresh,
    async choose(role, deviceId) {
      const choosing = inTurn(async () => {
        const before = store.getState();
        const device = devicesFor(role, before.list).find(({ id }) => id === deviceId) ?? null;
        if (deviceId !== null && device === null) throw new PhoneError({ code: 'media/device-gone' });
        const next = { ...before, chosen: { ...before.chosen, [role]: device } };
        await apply(role, next);
        adopt(next);
      });
      // The list was wrong, if it failed.
      await choosing.catch((error: unknown) => {
        void refresh();
        throw error;
      });
    },
    setProcessing: (changes) =>
      inTurn(async () => {
        const before = store.getState();
        const next = { ...before, processing: { ...before.processing, ...changes } };
        await apply('microphone', next);
        changed = { ...changed, ...changes };
        adopt(next);
      }),
  };
}

const isSame = (one: AudioDeviceList, other: AudioDeviceList): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
