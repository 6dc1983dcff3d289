import { encodeWavHeader } from '#core/recording/wav.ts';
import type { Softphone } from '#core/softphone-types.ts';

const format = { sampleRateHz: 8000, channels: 2 } as const;
/** As long as the recording that the scene plays. */
const seconds = 47;
const bucketsPerSecond = 20;

const byteOf = (level: number): number => Math.round(255 * Math.max(0, level));

/** Two voices in turn, with what the marks of the scene say: nobody while the call is on hold, only them while you are muted. */
function levelsAt(second: number): { readonly remote: number; readonly local: number } {
  if (second >= 8 && second < 17) return { remote: 0, local: 0 };
  const syllable = 0.65 + 0.3 * Math.sin(second * 17) * Math.sin(second * 7.3);
  const turn = Math.sin(second * 0.7);
  const isMuted = second >= 12 && second < 26;
  return {
    remote: turn > -0.25 ? syllable : 0.06,
    local: turn < 0.05 && !isMuted ? syllable * 0.92 : isMuted ? 0 : 0.05,
  };
}

/** What the store has of every recording: the same silence, and a drawing as of a conversation. */
export const storedSound: Pick<Softphone, 'openRecording' | 'readPeaks'> = {
  openRecording() {
    const dataBytes = seconds * format.sampleRateHz * format.channels * 2;
    const file = new Blob([encodeWavHeader({ ...format, dataBytes }), new Uint8Array(dataBytes)], {
      type: 'audio/wav',
    });
    const url = URL.createObjectURL(file);
    return Promise.resolve({ url, release: () => URL.revokeObjectURL(url) });
  },
  readPeaks() {
    const levels = Array.from({ length: seconds * bucketsPerSecond }, (_, index) =>
      levelsAt(index / bucketsPerSecond),
    );
    return Promise.resolve({
      framesPerBucket: format.sampleRateHz / bucketsPerSecond,
      remote: Uint8Array.from(levels, ({ remote }) => byteOf(remote)),
      local: Uint8Array.from(levels, ({ local }) => byteOf(local)),
    });
  },
};
