import { describe, expect, it } from 'vitest';
import type { AudioDevicesPort } from '#core/devices/audio-devices-port.ts';

/** A machine with more than one microphone and output, on which the person has allowed the microphone. */
export interface AudioDevicesStage {
  readonly devices: AudioDevicesPort;
  /** Plugs something in. */
  readonly plug: () => void;
}

/** What every `AudioDevicesPort` does. */
export function describeAudioDevicesContract(setStage: () => Promise<AudioDevicesStage>): void {
  describe('the devices of a machine', () => {
    it('have an id of their own and a name, and the default is none of them', async () => {
      const { devices } = await setStage();
      const { inputs, outputs, defaultInputGroupId } = await devices.list();
      for (const some of [inputs, outputs]) {
        expect(some.length).toBeGreaterThan(1);
        expect(new Set(some.map(({ id }) => id)).size).toBe(some.length);
        expect(some.every(({ id, label }) => id !== '' && id !== 'default' && label !== '')).toBe(true);
      }
      expect(defaultInputGroupId).not.toBe('');
    });

    it('are told of when one is plugged in, until nobody listens', async () => {
      const { devices, plug } = await setStage();
      let told = 0;
      const stop = devices.onChanged(() => (told += 1));
      plug();
      expect(told).toBe(1);
      stop();
      plug();
      expect(told).toBe(1);
    });
  });
}
