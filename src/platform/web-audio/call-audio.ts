import type { AudioMeter, CallAudioPort } from '#core/media/call-audio-port.ts';
import type { AudioSource } from '#core/media/audio-source.ts';
import { createStore } from '#core/shared/store.ts';
import type { SoundPermission } from '#core/media/call-audio-port.ts';
import { toMediaStream } from '../media-handles.ts';
import type { PhoneAudioContext } from './audio-context.ts';
import { callWaitingTone, renderTone, ringbackTone, ringTone, type Tone } from './tones.ts';

/** Everything the person hears, over the phone's AudioContext (tones) and media elements (remote parties). Main thread. */
export function createCallAudio(phoneContext: PhoneAudioContext): CallAudioPort {
  const permission = createStore<SoundPermission>('unknown');
  phoneContext.permission.subscribe((state) => permission.setState(state));
  const playing = new Set<HTMLAudioElement>();

  const tryToPlay = async (element: HTMLAudioElement): Promise<void> => {
    try {
      await element.play();
    } catch (error) {
      // A play() that its own pause() overtook rejects with AbortError, and nobody minds.
      if (error instanceof Error && error.name === 'NotAllowedError') permission.setState('blocked');
    }
  };

  // Rendered once, and before the first call: some 15 ms of sines would keep the toast from being painted.
  const buffers = new Map<Tone, AudioBuffer>();
  const bufferOf = (tone: Tone): AudioBuffer => {
    const known = buffers.get(tone);
    if (known !== undefined) return known;
    const context = phoneContext.get();
    const samples = renderTone(tone, context.sampleRate);
    const buffer = context.createBuffer(1, samples.length, context.sampleRate);
    buffer.copyToChannel(samples, 0);
    buffers.set(tone, buffer);
    return buffer;
  };

  const startTone = (tone: Tone): (() => void) => {
    const context = phoneContext.get();
    void phoneContext.start();
    const buffer = bufferOf(tone);
    // A context that the browser holds back plays the tone from the moment it is let go.
    const node = new AudioBufferSourceNode(context, { buffer, loop: true });
    node.connect(context.destination);
    node.start();
    return () => {
      node.stop();
      node.disconnect();
    };
  };

  return {
    permission,
    async prepare() {
      await phoneContext.start();
      for (const tone of [ringTone, callWaitingTone, ringbackTone]) bufferOf(tone);
    },
    async unlock() {
      await Promise.all([phoneContext.start(), ...[...playing].map(tryToPlay)]);
    },
    playRemote(source) {
      const element = new Audio();
      element.srcObject = toMediaStream(source);
      playing.add(element);
      void tryToPlay(element);
      return () => {
        playing.delete(element);
        element.pause();
        element.srcObject = null;
      };
    },
    startRinging: () => startTone(ringTone),
    startCallWaiting: () => startTone(callWaitingTone),
    startRingback: () => startTone(ringbackTone),
    meter: (source) => createMeter(phoneContext.get(), source),
  };
}

/** Level of a source. Chromium feeds a remote stream into WebAudio only while a media element plays it too: `playRemote` does. */
function createMeter(context: AudioContext, source: AudioSource): AudioMeter {
  const node = context.createMediaStreamSource(toMediaStream(source));
  const analyser = new AnalyserNode(context, { fftSize: 1024 });
  node.connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  return {
    rms() {
      analyser.getFloatTimeDomainData(samples);
      return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
    },
    stop: () => node.disconnect(),
  };
}
