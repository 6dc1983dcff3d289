import { localHz, remoteHz, sampleRateHz } from './sound.ts';

const headerBytes = 44;
const frameBytes = 4;
/** A piece of a file at a time: an hour does not fit into memory. */
const pieceFrames = 480_000;
/** PCM16 rounds each sample by half a step; what three of them are off by is still under this. */
const jumpSize = 0.005;

/** Finds faults in a channel. */
export interface FaultCounter {
  /** The next sample, as PCM16. */
  readonly add: (sample: number) => void;
  readonly count: () => number;
}

/** Shows a stereo PCM16 file to a counter for each channel. Brings how long it is. */
export async function inspectChannels(
  file: Blob,
  counters: readonly [left: FaultCounter, right: FaultCounter],
): Promise<{ readonly durationMs: number }> {
  const frames = Math.floor((file.size - headerBytes) / frameBytes);
  for (let first = 0; first < frames; first += pieceFrames) {
    const start = headerBytes + first * frameBytes;
    const piece = file.slice(
      start,
      Math.min(start + pieceFrames * frameBytes, headerBytes + frames * frameBytes),
    );
    const samples = new Int16Array(await piece.arrayBuffer());
    for (let index = 0; index < samples.length; index += 1) counters[index % 2]?.add(samples[index] ?? 0);
  }
  return { durationMs: (frames / sampleRateHz) * 1000 };
}

/** Length of a file of the two tones, and the places where one of them jumps. */
export async function inspectWav(file: Blob): Promise<{ durationMs: number; jumps: number }> {
  const tones = [createJumpCounter(remoteHz), createJumpCounter(localHz)] as const;
  const { durationMs } = await inspectChannels(file, tones);
  return { durationMs, jumps: tones.reduce((sum, tone) => sum + tone.count(), 0) };
}

/**
 * Counts the places where a tone jumps. It obeys x[n] = 2·cos(ω)·x[n−1] − x[n−2]: a lost or doubled sample breaks that. Runs
 * of breaks within 10 ms count once.
 */
export function createJumpCounter(frequencyHz: number): FaultCounter {
  const coefficient = 2 * Math.cos((2 * Math.PI * frequencyHz) / sampleRateHz);
  let previous = 0;
  let beforePrevious = 0;
  let count = 0;
  let quietUntil = sampleRateHz / 4;
  let frame = 0;
  return {
    add(pcm) {
      const sample = pcm / 32768;
      const expected = coefficient * previous - beforePrevious;
      // The first quarter second is the beginning of the sound, which is no fault.
      if (frame >= quietUntil && Math.abs(sample - expected) > jumpSize) {
        count += 1;
        quietUntil = frame + sampleRateHz / 100;
      }
      beforePrevious = previous;
      previous = sample;
      frame += 1;
    },
    count: () => count,
  };
}

/** Counts the samples of a counter (`counter.ts`) that do not follow the one before them, from its beginning on. */
export function createLossCounter(): FaultCounter {
  let previous = 0;
  let hasBegun = false;
  let count = 0;
  return {
    add(pcm) {
      // The counter wraps from the highest sample to the lowest.
      if (hasBegun && pcm !== (previous === 32_767 ? -32_768 : previous + 1)) count += 1;
      hasBegun ||= pcm !== 0;
      previous = pcm;
    },
    count: () => count,
  };
}

/** Length of a file that the browser can decode. */
export async function inspectOpus(file: Blob): Promise<{ durationMs: number; jumps: null }> {
  const context = new OfflineAudioContext(2, 1, sampleRateHz);
  const audio = await context.decodeAudioData(await file.arrayBuffer());
  return { durationMs: audio.duration * 1000, jumps: null };
}
