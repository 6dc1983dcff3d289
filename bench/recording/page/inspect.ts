import { localHz, remoteHz, sampleRateHz } from './sound.ts';

const headerBytes = 44;
const frameBytes = 4;
/** A piece of a file at a time: an hour does not fit into memory. */
const pieceFrames = 480_000;
/** PCM16 rounds each sample by half a step; what three of them are off by is still under this. */
const jumpSize = 0.005;

/** Finds faults in a channel. */
interface FaultCounter {
  /** The next sample, as PCM16. */
  readonly add: (sample: number) => void;
  readonly count: () => number;
}

/** Shows a stereo PCM16 file to a counter for each channel. Brings how long it is. */
async function inspectChannels(
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
export async function inspectTones(file: Blob): Promise<{ durationMs: number; jumps: number }> {
  const tones = [createJumpCounter(remoteHz), createJumpCounter(localHz)] as const;
  const { durationMs } = await inspectChannels(file, tones);
  return { durationMs, jumps: tones.reduce((sum, tone) => sum + tone.count(), 0) };
}

/**
 * Counts the places where a tone jumps. It obeys x[n] = 2·cos(ω)·x[n−1] − x[n−2]: a lost or doubled sample breaks that. Runs
 * of breaks within 10 ms count once.
 */
function createJumpCounter(frequencyHz: number): FaultCounter {
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

/**
 * Counts the places where samples of a counter (`counter.ts`) are missing, doubled or changed, from its beginning on. Silence
 * that stands for time without sound is none of them, and is counted by itself: the counter goes on after it as if nothing had
 * been, where the audio clock stood still, or by as many samples as it is long.
 */
function createLossCounter(): FaultCounter & { readonly silentFrames: () => number } {
  let expected: number | null = null;
  let count = 0;
  let silent = 0;
  let silentHere = 0;
  return {
    add(pcm) {
      if (pcm === 0 && expected !== 0) {
        if (expected !== null) silentHere += 1;
        return;
      }
      const follows = expected === null || pcm === expected || pcm === wrapped(expected + silentHere);
      if (!follows) count += 1;
      silent += silentHere;
      silentHere = 0;
      expected = wrapped(pcm + 1);
    },
    count: () => count,
    silentFrames: () => silent + silentHere,
  };
}

/** The counter goes on at the lowest sample after the highest. */
const wrapped = (sample: number): number => ((sample + 32_768) % 65_536) - 32_768;

/** What a file of a tone and a counter has lost. The tone came through a MediaStream, as a call does: where it jumps and the counter is whole, the browser has lost something on the way to the recorder. */
export async function inspectCounter(
  file: Blob,
): Promise<{ durationMs: number; jumps: number; losses: number; silentFrames: number }> {
  const [tone, counter] = [createJumpCounter(remoteHz), createLossCounter()];
  const { durationMs } = await inspectChannels(file, [tone, counter]);
  return { durationMs, jumps: tone.count(), losses: counter.count(), silentFrames: counter.silentFrames() };
}

/** Length of a file that the browser can decode; its samples say nothing, for they are not those that went in. */
export async function inspectOpus(file: Blob): Promise<{ durationMs: number; jumps: null }> {
  const context = new OfflineAudioContext(2, 1, sampleRateHz);
  const audio = await context.decodeAudioData(await file.arrayBuffer());
  return { durationMs: audio.duration * 1000, jumps: null };
}
