import { captureRateHz, type CaptureBatch } from './capture-batch.ts';
import { isLasting, type MarkKind, type RecordingMark } from './recording-mark.ts';

/** Notices when nothing comes from somebody who should be heard. */
export interface SilenceWatch {
  /** `marks` tell who cannot be heard now. */
  readonly push: (batch: CaptureBatch, marks: readonly RecordingMark[]) => void;
  /** No batch has come for that long: the audio clock stands still, and nobody is heard. */
  readonly miss: (durationMs: number, marks: readonly RecordingMark[]) => void;
}

/** A channel is called silent after so long. */
const silentAfterFrames = 10 * captureRateHz;
/** -80 dBFS: below the noise of any microphone, above the dither of a codec that was given silence. */
const silentPeak = 1e-4;
/** While one of these lasts, nobody expects to hear the party. */
const excuses: readonly [readonly MarkKind[], readonly MarkKind[]] = [
  ['pause', 'hold', 'remote-hold', 'reconnecting'],
  ['pause', 'hold', 'remote-hold', 'mute'],
];

/** Makes a watch. `onChange` is told when a channel has been silent for 10 s, and when that is over. */
export function createSilenceWatch(onChange: (channel: 0 | 1, silent: boolean) => void): SilenceWatch {
  const silentFrames: [number, number] = [0, 0];

  const note = (channel: 0 | 1, isQuiet: boolean, frames: number, marks: readonly RecordingMark[]) => {
    const before = silentFrames[channel];
    const counts = isQuiet && !excuses[channel].some((kind) => isLasting(marks, kind));
    const now = counts ? before + frames : 0;
    silentFrames[channel] = now;
    const wasSilent = before >= silentAfterFrames;
    if (wasSilent !== now >= silentAfterFrames) onChange(channel, !wasSilent);
  };

  return {
    push({ left, right }, marks) {
      note(0, isQuiet(left), left.length, marks);
      note(1, isQuiet(right), right.length, marks);
    },
    miss(durationMs, marks) {
      const frames = (durationMs / 1000) * captureRateHz;
      note(0, true, frames, marks);
      note(1, true, frames, marks);
    },
  };
}

const isQuiet = (samples: Float32Array): boolean => samples.every((sample) => Math.abs(sample) < silentPeak);
