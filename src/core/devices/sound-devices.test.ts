import { describe, expect, it } from 'vitest';
import { createFakeAudioDevices, createFakeKeptText } from '#testing/fake-audio-devices.ts';
import { createFakeCallAudio, createFakeMicrophone } from '#testing/fake-media.ts';
import { silentLogger } from '../shared/logger.ts';
import { findChosen } from './device-choice.ts';
import { createSoundDevices } from './sound-devices.ts';

const defaults = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };
const headset = { id: 'headset', label: 'Headset' };
const webcam = { id: 'webcam', label: 'Webcam' };
const loudspeaker = { id: 'loudspeaker', label: 'Loudspeaker' };

async function setUp({ kept = createFakeKeptText(), canChooseOutput = true } = {}) {
  const devices = createFakeAudioDevices();
  const microphone = createFakeMicrophone();
  const callAudio = createFakeCallAudio();
  const sound = createSoundDevices({
    devices,
    microphone,
    callAudio: { ...callAudio, canChooseOutput },
    kept,
    defaults,
    logger: silentLogger,
  });
  await sound.refresh();
  const inUse = () => microphone.wish().deviceId;
  return { devices, microphone, callAudio, sound, kept, inUse };
}

describe('the devices that were chosen', () => {
  it('are the system’s own at first', async () => {
    const { sound, microphone, callAudio } = await setUp();
    expect(microphone.wish()).toEqual({ deviceId: null, groupId: 'desk', processing: defaults });
    expect(callAudio.outputOf('ring')).toBeNull();
    expect(sound.store.getState().list.inputs).toEqual([headset, webcam]);
  });

  it('are used each for its own, and remembered', async () => {
    const { sound, callAudio, inUse, kept } = await setUp();
    await sound.choose('microphone', 'headset');
    await sound.choose('speaker', 'headset');
    await sound.choose('ringer', 'loudspeaker');
    expect([inUse(), callAudio.outputOf('ringback'), callAudio.outputOf('ring')]).toEqual([
      'headset',
      'headset',
      'loudspeaker',
    ]);

    const later = await setUp({ kept });
    expect(later.sound.store.getState().chosen).toEqual({
      microphone: headset,
      speaker: headset,
      ringer: loudspeaker,
    });
    expect([later.inUse(), later.callAudio.outputOf('ring')]).toEqual(['headset', 'loudspeaker']);
    await later.sound.choose('microphone', null);
    expect(later.inUse()).toBeNull();
    expect((await setUp({ kept })).inUse()).toBeNull();
  });

  it('give way to the default while they are away, and come back', async () => {
    const { sound, devices, callAudio, inUse } = await setUp();
    await sound.choose('microphone', 'headset');
    await sound.choose('speaker', 'headset');
    devices.plug({ inputs: [webcam], outputs: [loudspeaker] });
    await expect.poll(() => [inUse(), callAudio.outputOf('ringback')]).toEqual([null, null]);
    const { list, chosen } = sound.store.getState();
    expect([findChosen('microphone', chosen.microphone, list), chosen.microphone]).toEqual([null, headset]);
    // As the same device with another id, as after clearing the page's data.
    devices.plug({ inputs: [webcam, { ...headset, id: 'new' }], outputs: [loudspeaker, headset] });
    await expect.poll(() => [inUse(), callAudio.outputOf('ringback')]).toEqual(['new', 'headset']);
  });

  it('follow the system to another default', async () => {
    const { devices, microphone } = await setUp();
    devices.plug({ defaultInputGroupId: 'dock' });
    await expect.poll(() => microphone.wish().groupId).toBe('dock');
  });

  it.each([
    ['is not plugged in any more', 'gone'],
    ['goes away while it is opened', 'webcam'],
  ])('stay as they were when one %s', async (_what, deviceId) => {
    const { sound, inUse, microphone, kept } = await setUp();
    await sound.choose('microphone', 'headset');
    const before = kept.read();
    // `webcam` is listed, and nothing of it can be opened.
    const copy = await microphone.acquire(() => undefined);
    await expect(sound.choose('microphone', deviceId)).rejects.toMatchObject({
      detail: { code: 'media/device-gone' },
    });
    expect([inUse(), microphone.deviceOf(copy.source), kept.read()]).toEqual(['headset', 'headset', before]);
    expect(sound.store.getState().chosen.microphone).toEqual(headset);
    await sound.choose('speaker', 'loudspeaker');
  });

  it('leave outputs to a browser that does not let them be chosen', async () => {
    const { sound, callAudio } = await setUp({ canChooseOutput: false });
    expect(sound.canChooseOutput).toBe(false);
    await sound.choose('ringer', 'loudspeaker');
    expect(callAudio.outputOf('ring')).toBeNull();
  });
});

describe('what is done to the microphone’s sound', () => {
  it('is the deployment’s until the person changes it, and each switch is remembered by itself', async () => {
    const { sound, microphone, kept } = await setUp();
    await sound.setProcessing({ noiseSuppression: false });
    expect(microphone.wish().processing).toEqual({ ...defaults, noiseSuppression: false });
    const later = await setUp({ kept });
    await later.sound.setProcessing({ echoCancellation: false });
    expect(later.sound.store.getState().processing).toEqual({
      echoCancellation: false,
      noiseSuppression: false,
      autoGainControl: true,
    });
    expect(JSON.parse(kept.read() ?? '')).toMatchObject({
      processing: { echoCancellation: false, noiseSuppression: false },
    });
    expect(kept.read()).not.toContain('autoGainControl');
  });

  it('stays as it was when the microphone cannot be opened so', async () => {
    const { sound, microphone } = await setUp();
    await microphone.acquire(() => undefined);
    microphone.failWith('media/microphone-busy');
    await expect(sound.setProcessing({ autoGainControl: false })).rejects.toMatchObject({
      detail: { code: 'media/microphone-busy' },
    });
    expect(sound.store.getState().processing).toEqual(defaults);
  });
});
