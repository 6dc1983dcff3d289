import { createPhoneAudioContext, type PhoneAudioContext } from '#platform/web-audio/audio-context.ts';

export const sampleRateHz = 48000;
export const remoteHz = 440;
export const localHz = 1000;

/** Two steady tones of amplitude 0.5, as streams: the same sound for every recorder. */
export interface BenchSound {
  readonly phoneContext: PhoneAudioContext;
  readonly context: AudioContext;
  readonly remote: MediaStream;
  readonly local: MediaStream;
  /** Left the remote tone, right the local one, for recorders that take one stream. */
  readonly both: MediaStream;
  /** Lets the audio clock run. */
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
  return { phoneContext, context, remote, local, both: both.stream, start: () => phoneContext.start() };
}
