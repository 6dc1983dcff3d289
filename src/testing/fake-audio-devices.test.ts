import { describeAudioDevicesContract } from './audio-devices-contract.ts';
import { createFakeAudioDevices } from './fake-audio-devices.ts';

describeAudioDevicesContract(async () => {
  const devices = createFakeAudioDevices();
  return { devices, plug: () => devices.plug({}) };
});
