import { describeCallAudioContract } from './call-audio-contract.ts';
import { createFakeCallAudio, createFakeMicrophone, fakeSource } from './fake-media.ts';
import { describeMicrophoneContract } from './microphone-contract.ts';

describeMicrophoneContract(() => {
  const microphone = createFakeMicrophone();
  return {
    microphone,
    heard: (copies) => Promise.resolve(copies.filter((source) => microphone.live().includes(source))),
    replug: microphone.replug,
    otherDevice: () => Promise.resolve('headset'),
    isFrom: (source, deviceId) => microphone.deviceOf(source) === deviceId,
    isOpen: () => microphone.open() > 0,
  };
});

describeCallAudioContract(() => {
  const callAudio = createFakeCallAudio();
  const isTone = (what: unknown) => typeof what === 'string';
  return {
    callAudio,
    isToneHeard: () => Promise.resolve(callAudio.sounding().some(isTone)),
    isPlayed: (source) => callAudio.sounding().includes(source),
    outputOf: callAudio.outputOf,
    toneOutputs: () =>
      callAudio
        .sounding()
        .filter(isTone)
        .map(callAudio.outputOf)
        .filter((output) => output !== null),
    otherOutputs: () => Promise.resolve(['headset', 'loudspeaker']),
    openRemote: () => fakeSource('remote'),
    silence: () => undefined,
  };
});
