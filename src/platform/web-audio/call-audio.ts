import type {
  AudioMeter,
  AudioMix,
  CallAudioPort,
  OutputRole,
  SoundPermission,
} from '#core/media/call-audio-port.ts';
import type { AudioSource } from '#core/media/audio-source.ts';
import { createStore } from '#core/shared/store.ts';
import { toAudioSource, toMediaStream } from '../media-handles.ts';
import type { PhoneAudioContext } from './audio-context.ts';
import { createBeep } from './beep.ts';
import { canChooseOutput, createStreamPlayers } from './stream-players.ts';
import {
  autoAnswerTone,
  callWaitingTone,
  recordingBeepTone,
  renderTone,
  ringbackTone,
  ringTone,
  type Tone,
} from './tones.ts';

/** A tone that can be led to another device while it sounds. */
interface SoundingTone {
  readonly role: OutputRole;
  readonly leadAnew: () => void;
}

/** Everything the person hears, over the phone's AudioContext (tones) and media elements (remote parties). Main thread. */
export function createCallAudio(phoneContext: PhoneAudioContext): CallAudioPort {
  const permission = createStore<SoundPermission>('unknown');
  phoneContext.permission.subscribe((state) => permission.setState(state));
  const players = createStreamPlayers(() => permission.setState('blocked'));
  const tones = new Set<SoundingTone>();

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
  /** By how many seconds are between two beeps. */
  const beepTones = new Map<number, Tone>();

  /** The context itself always plays on the default: another one would also be the clock of recordings. */
  const lead = (node: AudioNode, role: OutputRole): (() => void) => {
    const context = phoneContext.get();
    if (players.deviceOf(role) === null) {
      node.connect(context.destination);
      return () => node.disconnect();
    }
    const destination = new MediaStreamAudioDestinationNode(context);
    node.connect(destination);
    const stop = players.play(destination.stream, role);
    return () => {
      node.disconnect();
      stop();
    };
  };

  const startTone = (tone: Tone, role: OutputRole): (() => void) => {
    const context = phoneContext.get();
    void phoneContext.start();
    const buffer = bufferOf(tone);
    // A context that the browser holds back plays the tone from the moment it is let go.
    const node = new AudioBufferSourceNode(context, { buffer, loop: true });
    let leave = lead(node, role);
    node.start();
    const sounding: SoundingTone = {
      role,
      leadAnew() {
        leave();
        leave = lead(node, role);
      },
    };
    tones.add(sounding);
    return () => {
      tones.delete(sounding);
      node.stop();
      leave();
    };
  };

  return {
    permission,
    canChooseOutput,
    async setOutput(role, deviceId) {
      if (deviceId === players.deviceOf(role)) return;
      await players.setDevice(role, deviceId);
      for (const tone of tones) if (tone.role === role) tone.leadAnew();
    },
    async prepare() {
      await phoneContext.start();
      for (const tone of [ringTone, callWaitingTone, autoAnswerTone, ringbackTone]) bufferOf(tone);
    },
    async unlock() {
      await Promise.all([phoneContext.start(), players.unlock()]);
    },
    playRemote: (source) => players.play(toMediaStream(source), 'speaker'),
    startRinging: () => startTone(ringTone, 'ringer'),
    startCallWaiting: () => startTone(callWaitingTone, 'speaker'),
    startAutoAnswerTone: () => startTone(autoAnswerTone, 'ringer'),
    startRingback: () => startTone(ringbackTone, 'speaker'),
    startBeep(microphone, everySeconds) {
      const tone = beepTones.get(everySeconds) ?? recordingBeepTone(everySeconds);
      beepTones.set(everySeconds, tone);
      const stopHearing = startTone(tone, 'speaker');
      return createBeep(phoneContext.get(), bufferOf(tone), microphone, stopHearing);
    },
    meter: (source) => createMeter(phoneContext.get(), source),
    mix: (sources) => createMix(phoneContext.get(), sources),
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

/** Mono, as a telephone sends; the sum of more than one voice at once is rare enough to be let clip. */
function createMix(context: AudioContext, sources: readonly AudioSource[]): AudioMix {
  const destination = new MediaStreamAudioDestinationNode(context, { channelCount: 1 });
  // The stream of a party who is held has lost its track; it is told anew when it has it back.
  const nodes = sources
    .map(toMediaStream)
    .filter((stream) => stream.getAudioTracks().length > 0)
    .map((stream) => context.createMediaStreamSource(stream));
  for (const node of nodes) node.connect(destination);
  return {
    source: toAudioSource(destination.stream),
    stop() {
      for (const node of nodes) node.disconnect();
      for (const track of destination.stream.getTracks()) track.stop();
    },
  };
}
