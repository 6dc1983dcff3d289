import type { AudioProcessing } from '../config/phone-config.ts';
import type { OutputRole } from '../media/call-audio-port.ts';
import { readKeptFields, toFields } from '../shared/kept-fields.ts';
import type { AudioDevice, AudioDeviceList } from './audio-devices-port.ts';

/** What a device is used for. */
export type DeviceRole = 'microphone' | OutputRole;

/** All roles, in the order in which they are shown. */
export const deviceRoles: readonly DeviceRole[] = ['microphone', 'speaker', 'ringer'];

/** The person's choice: a device as it was when it was chosen, or null for the system's default. */
export type DeviceChoice = Readonly<Record<DeviceRole, AudioDevice | null>>;

/** What is remembered between visits: the choice, and what the person has changed of the deployment's processing. */
export interface RememberedChoice {
  readonly chosen: DeviceChoice;
  readonly processing: Partial<AudioProcessing>;
}

/** The devices that can have a role. */
export const devicesFor = (role: DeviceRole, list: AudioDeviceList): readonly AudioDevice[] =>
  role === 'microphone' ? list.inputs : list.outputs;

/**
 * The plugged-in device that was chosen, or null for the system's default: by its id first, then by its label, because the
 * browser gives new ids when the person clears the page's data. While nothing is known of the devices it is the one that
 * was chosen: whoever opens it takes the default when it is not there.
 */
export function findChosen(
  role: DeviceRole,
  chosen: AudioDevice | null,
  list: AudioDeviceList,
): AudioDevice | null {
  const plugged = devicesFor(role, list);
  if (chosen === null || plugged.length === 0) return chosen;
  return (
    plugged.find(({ id }) => id === chosen.id) ?? plugged.find(({ label }) => label === chosen.label) ?? null
  );
}

/** Reads what was remembered. What makes no sense of it is as if it had never been chosen. */
export function parseRemembered(text: string | null): RememberedChoice {
  const { chosen, processing } = readKeptFields(text);
  const devices = toFields(chosen);
  const changes = Object.entries(toFields(processing)).filter(
    ([name, value]) => processingNames.includes(name) && typeof value === 'boolean',
  );
  return {
    chosen: {
      microphone: toDevice(devices['microphone']),
      speaker: toDevice(devices['speaker']),
      ringer: toDevice(devices['ringer']),
    },
    processing: Object.fromEntries(changes),
  };
}

const processingNames: readonly string[] = [
  'echoCancellation',
  'noiseSuppression',
  'autoGainControl',
] satisfies readonly (keyof AudioProcessing)[];

function toDevice(value: unknown): AudioDevice | null {
  const { id, label } = toFields(value);
  return typeof id === 'string' && typeof label === 'string' ? { id, label } : null;
}
