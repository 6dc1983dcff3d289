import { expect, it } from 'vitest';
import { describeAudioDevicesContract } from '#testing/audio-devices-contract.ts';
import { createBrowserAudioDevices } from './browser-audio-devices.ts';

describeAudioDevicesContract(async () => {
  const opened = await navigator.mediaDevices.getUserMedia({ audio: true });
  for (const track of opened.getTracks()) track.stop();
  return {
    devices: createBrowserAudioDevices(navigator.mediaDevices),
    plug: () => navigator.mediaDevices.dispatchEvent(new Event('devicechange')),
  };
});

it('are none on a page that is no secure context', async () => {
  const devices = createBrowserAudioDevices(undefined);
  devices.onChanged(() => undefined)();
  expect(await devices.list()).toEqual({ inputs: [], outputs: [], defaultInputGroupId: null });
});

it('are none before the person has allowed the microphone', async () => {
  const nameless = { kind: 'audioinput', deviceId: '', label: '', groupId: '', toJSON: () => ({}) } as const;
  const devices = createBrowserAudioDevices(
    Object.assign(new EventTarget(), { enumerateDevices: () => Promise.resolve([nameless]) }),
  );
  expect(await devices.list()).toEqual({ inputs: [], outputs: [], defaultInputGroupId: null });
});
