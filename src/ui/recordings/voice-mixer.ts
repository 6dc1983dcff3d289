/** Whom one hears. */
export type Voice = 'both' | 'remote' | 'local';

/** How loud each voice is. */
export interface VoiceMix {
  readonly solo: Voice;
  /** −1 is the remote party alone, 0 both as they were recorded, 1 you alone. */
  readonly balance: number;
}

/** How much of each recorded channel is heard on each side: `[remote → left, remote → right, local → left, local → right]`. */
export type MixGains = readonly [number, number, number, number];

/** As it was recorded: the remote party left, you right. */
export const asRecorded: VoiceMix = { solo: 'both', balance: 0 };

/** One voice alone is heard on both sides. */
export function gainsOf({ solo, balance }: VoiceMix): MixGains {
  if (solo === 'remote') return [1, 1, 0, 0];
  if (solo === 'local') return [0, 0, 1, 1];
  return [Math.min(1, 1 - balance), 0, 0, Math.min(1, 1 + balance)];
}

/** Lets a stereo element be heard through four gains. To be called from a click, or the browser keeps it silent. */
export function mixVoices(audio: HTMLAudioElement): (mix: VoiceMix) => void {
  const context = new AudioContext();
  const splitter = context.createChannelSplitter(2);
  const merger = context.createChannelMerger(2);
  context.createMediaElementSource(audio).connect(splitter);
  const gains = ([0, 0, 1, 1] as const).map((input, index) => {
    const gain = context.createGain();
    splitter.connect(gain, input);
    gain.connect(merger, 0, index % 2);
    return gain;
  });
  merger.connect(context.destination);
  audio.addEventListener('play', () => void context.resume());
  // One that runs is never collected, and keeps the sound card awake.
  audio.addEventListener('pause', () => void context.suspend());
  return (mix) => {
    if (audio.paused) void context.suspend();
    gainsOf(mix).forEach((value, index) =>
      // At once it would click.
      gains[index]?.gain.setTargetAtTime(value, context.currentTime, 0.01),
    );
  };
}
