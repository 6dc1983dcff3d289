import { hearCounterInstead } from './counter.ts';
import { createPhoneAudioContext, type PhoneAudioContext } from '#platform/web-audio/audio-context.ts';

export const sampleRateHz = 48000;
export const remoteHz = 440;
export const localHz = 1000;

/** Two steady tones of amplitude 0.5, as streams: the same sound for every recorder; but see `start`. */
export interface BenchSound {
  readonly phoneContext: PhoneAudioContext;
  readonly context: AudioContext;
  readonly remote: MediaStream;
  readonly local: MediaStream;
  /** Left the remote tone, right the local one, for recorders that take one stream. */
  readonly both: MediaStream;
  /** Lets the audio clock run. From then on, who listens to `local` in this context hears a counter. */
  readonly start: () => Promise<void>;
}

export function openSound(): BenchSound {
  const phoneContext = createPhoneAudioContext();
  const context = phoneContext.get();
  const merger = new ChannelMergerNode(context, { numberOfInputs: 2 });
  const tone = (frequency: number, channel: number) => {
    const oscillator = new OscillatorNode(context, { frequency });
    const gain = new GainNode(context, { gain: 0.5 });
    const destination = new MediaStreamAudioDestinationNode(context, { channelCount: 1 });
    oscillator.connect(gain).connect(destination);
    gain.connect(merger, 0, channel);
    oscillator.start();
    return destination.stream;
  };
  const remote = tone(remoteHz, 0);
  const local = tone(localHz, 1);
  const both = new MediaStreamAudioDestinationNode(context, { channelCount: 2 });
  merger.connect(both);
  let counter: Promise<void> | null = null;
  return {
    phoneContext,
    context,
    remote,
    local,
    both: both.stream,
    async start() {
      await phoneContext.start();
      await (counter ??= hearCounterInstead(context, local));
    },
  };
}

/** Gives the samples of a tone from a frame on, as it sounds again each second. */
export function createTone(frequencyHz: number): (samples: Float32Array, first: number) => void {
  const second = Float32Array.from(
    { length: sampleRateHz },
    (_, frame) => 0.5 * Math.sin((2 * Math.PI * frequencyHz * frame) / sampleRateHz),
  );
  return (samples, first) => {
    for (let index = 0; index < samples.length; index += 1)
      samples[index] = second[(first + index) % sampleRateHz] ?? 0;
  };
}
