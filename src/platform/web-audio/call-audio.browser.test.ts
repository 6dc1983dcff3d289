import { afterEach, expect, it, vi } from 'vitest';
import { describeCallAudioContract } from '#testing/call-audio-contract.ts';
import { toAudioSource, toMediaStream } from '../media-handles.ts';
import { createPhoneAudioContext } from './audio-context.ts';
import { createCallAudio } from './call-audio.ts';

/** Shorter than any burst of a tone together with the time that it takes to notice it; longer than what a meter sees. */
const listenSec = 0.1;

const leave: (() => void)[] = [];
afterEach(() => {
  for (const undo of leave.splice(0)) undo();
});

/** Puts a meter before the loudspeaker of a context. */
function tapLoudspeaker(context: AudioContext): () => Promise<boolean> {
  const analyser = new AnalyserNode(context, { fftSize: 1024 });
  analyser.connect(context.destination);
  Object.defineProperty(context, 'destination', { value: analyser });
  const samples = new Float32Array(analyser.fftSize);
  return async () => {
    const { currentTime } = context;
    await expect.poll(() => context.currentTime, { interval: 10 }).toBeGreaterThan(currentTime + listenSec);
    analyser.getFloatTimeDomainData(samples);
    return samples.some((sample) => sample !== 0);
  };
}

/** Notes the elements that play a remote party: nothing else on the page tells of them. */
function noteElements(): readonly HTMLAudioElement[] {
  const elements: HTMLAudioElement[] = [];
  vi.stubGlobal(
    'Audio',
    class extends Audio {
      constructor() {
        super();
        elements.push(this);
      }
    },
  );
  leave.push(() => vi.unstubAllGlobals());
  return elements;
}

it('beeps into what is sent while the microphone is switched off, and nothing else is in it', async () => {
  const phoneContext = createPhoneAudioContext();
  const callAudio = createCallAudio(phoneContext);
  await callAudio.prepare();
  const context = phoneContext.get();
  leave.push(() => void context.close());
  const voice = new OscillatorNode(context);
  const destination = new MediaStreamAudioDestinationNode(context);
  voice.connect(destination);
  voice.start();
  const { stream: microphone } = destination;
  const beep = callAudio.startBeep(toAudioSource(microphone), 1);
  const { rms } = callAudio.meter(beep.outgoing);
  const poll = () => expect.poll(rms, { interval: 20, timeout: 5000 });
  await poll().toBeGreaterThan(0.1);
  for (const track of microphone.getAudioTracks()) track.enabled = false;
  // In the pause after one beep, in the next, and in the pause after that.
  await poll().toBe(0);
  await poll().toBeGreaterThan(0.1);
  await poll().toBe(0);
  beep.stop();
});

describeCallAudioContract(() => {
  const phoneContext = createPhoneAudioContext();
  const context = phoneContext.get();
  leave.push(() => void context.close());
  const isToneHeard = tapLoudspeaker(context);
  const elements = noteElements();
  const remotes = new Set<MediaStream>();
  return {
    callAudio: createCallAudio(phoneContext),
    isToneHeard,
    isPlayed: (source) =>
      elements.some(({ srcObject, paused }) => srcObject === toMediaStream(source) && !paused),
    outputOf(source) {
      const sinkId = elements.find(({ srcObject }) => srcObject === toMediaStream(source))?.sinkId;
      return sinkId === undefined || sinkId === '' ? null : sinkId;
    },
    toneOutputs: () =>
      elements
        .filter(
          ({ srcObject, paused }) => !paused && srcObject !== null && !remotes.has(srcObject as MediaStream),
        )
        .map(({ sinkId }) => sinkId),
    async otherOutputs() {
      // Without the microphone a page is told of no outputs.
      const opened = await navigator.mediaDevices.getUserMedia({ audio: true });
      const known = await navigator.mediaDevices.enumerateDevices();
      for (const track of opened.getTracks()) track.stop();
      const outputs = known.filter(({ kind, deviceId }) => kind === 'audiooutput' && deviceId !== 'default');
      return [outputs[0]?.deviceId ?? '', outputs[1]?.deviceId ?? ''];
    },
    openRemote() {
      const oscillator = new OscillatorNode(context);
      const destination = new MediaStreamAudioDestinationNode(context);
      oscillator.connect(destination);
      oscillator.start();
      remotes.add(destination.stream);
      return toAudioSource(destination.stream);
    },
    silence(source) {
      const stream = toMediaStream(source);
      for (const track of stream.getTracks()) stream.removeTrack(track);
    },
  };
});
