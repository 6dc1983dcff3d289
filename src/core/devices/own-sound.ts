import type { CallStoreState } from '../call/call-store.ts';
import type { CallAudioPort } from '../media/call-audio-port.ts';
import type { MicrophonePort } from '../media/microphone-port.ts';
import type { Clock } from '../shared/clock.ts';
import type { ReadonlyStore } from '../shared/store.ts';
import type { Softphone } from '../softphone-types.ts';
import { createMicrophoneTest } from './microphone-test.ts';
import { watchMutedTalk } from './muted-talk.ts';
import { createOutputTest } from './output-test.ts';
import { createSoundDevices, type SoundDevicesDeps } from './sound-devices.ts';

/** What it is made of, and the calls that it keeps in step with. */
export interface OwnSoundDeps extends SoundDevicesDeps {
  readonly calls: ReadonlyStore<CallStoreState>;
  readonly microphone: MicrophonePort;
  readonly callAudio: CallAudioPort;
  readonly clock: Clock;
}

const countConnected = ({ liveCalls }: CallStoreState): number =>
  [...liveCalls.values()].filter(({ state }) => state === 'Connected').length;

/** What the person's own devices do beside their calls. */
export function createOwnSound(
  deps: OwnSoundDeps,
): Pick<Softphone, 'soundDevices' | 'microphoneTest' | 'talkingWhileMuted' | 'testOutput'> {
  const { calls, microphone, callAudio, clock } = deps;
  const soundDevices = createSoundDevices(deps);
  const microphoneTest = createMicrophoneTest(microphone, callAudio, () => void soundDevices.refresh());

  calls.subscribe((now, before) => {
    // The microphone's lamp goes out with the last call, whatever else was looking at it.
    if (now.liveCalls.size === 0 && before.liveCalls.size > 0) microphoneTest.stop();
    // The browser tells of the devices once the person has allowed a microphone.
    const isUnknown = soundDevices.store.getState().list.inputs.length === 0;
    if (isUnknown && countConnected(now) > countConnected(before)) void soundDevices.refresh();
  });

  const talkingWhileMuted = watchMutedTalk(calls, microphone, callAudio, clock);
  return { soundDevices, microphoneTest, talkingWhileMuted, testOutput: createOutputTest(callAudio, clock) };
}
