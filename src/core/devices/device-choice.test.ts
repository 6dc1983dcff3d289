import { describe, expect, it } from 'vitest';
import type { AudioDeviceList } from './audio-devices-port.ts';
import { findChosen, parseRemembered } from './device-choice.ts';

const headset = { id: '1', label: 'Headset' };
const twin = { id: '2', label: 'Headset' };
const webcam = { id: '3', label: 'Webcam' };
const plugged = (...inputs: AudioDeviceList['inputs']): AudioDeviceList => ({
  inputs,
  outputs: [webcam],
  defaultInputGroupId: null,
});

describe('the device that was chosen', () => {
  it.each([
    ['by its id, though its twin comes first', headset, [twin, headset], headset],
    ['by its label, when it has another id', headset, [webcam, twin], twin],
    ['nowhere, when it is unplugged', headset, [webcam], null],
    ['the default, when none is chosen', null, [webcam], null],
    ['itself, while nothing is known', headset, [], headset],
  ])('is found %s', (_how, chosen, inputs, found) => {
    expect(findChosen('microphone', chosen, plugged(...inputs))).toEqual(found);
  });

  it('is an output for the speaker and the ringer', () => {
    expect(findChosen('speaker', webcam, plugged(headset))).toEqual(webcam);
    expect(findChosen('ringer', headset, plugged(headset))).toBeNull();
  });
});

describe('what was remembered', () => {
  it('is read back', () => {
    const remembered = {
      chosen: { microphone: headset, speaker: null, ringer: webcam },
      processing: { noiseSuppression: false },
    };
    expect(parseRemembered(JSON.stringify(remembered))).toEqual(remembered);
  });

  it.each([
    null,
    '',
    'null',
    '[]',
    '"text"',
    '{"chosen": 1}',
    '{"chosen": {"speaker": {"id": 1}}}',
    '{"processing": {"x": true}}',
  ])('is nothing in %s', (text) => {
    expect(parseRemembered(text)).toEqual({
      chosen: { microphone: null, speaker: null, ringer: null },
      processing: {},
    });
  });
});
