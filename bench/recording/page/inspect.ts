import { localHz, remoteHz, sampleRateHz } from './sound.ts';

const headerBytes = 44;
const frameBytes = 4;
/** A piece of a file at a time: an hour does not fit into memory. */
const pieceFrames = 480_000;
/** PCM16 rounds each sample by half a step; what three of them are off by is still under this. */
const jumpSize = 0.005;

/**
 * Length of a stereo PCM16 file, and the places where one of its tones jumps. A tone obeys
 * x[n] = 2·cos(ω)·x[n−1] − x[n−2]: a lost or doubled sample breaks that. Runs of breaks within 10 ms count once.
 */
export async function inspectWav(file: Blob): Promise<{ durationMs: number; jumps: number }> {
  const frames = Math.floor((file.size - headerBytes) / frameBytes);
  const tones = [createJumpCounter(remoteHz), createJumpCounter(localHz)];
  for (let first = 0; first < frames; first += pieceFrames) {
    const start = headerBytes + first * frameBytes;
    const piece = file.slice(
      start,
      Math.min(start + pieceFrames * frameBytes, headerBytes + frames * frameBytes),
    );
    const samples = new Int16Array(await piece.arrayBuffer());
    for (let index = 0; index < samples.length; index += 1) {
      tones[index % 2]?.add((samples[index] ?? 0) / 32768);
    }
  }
  const jumps = tones.reduce((sum, tone) => sum + tone.jumps(), 0);
  return { durationMs: (frames / sampleRateHz) * 1000, jumps };
}

function createJumpCounter(frequencyHz: number) {
  const coefficient = 2 * Math.cos((2 * Math.PI * frequencyHz) / sampleRateHz);
  let previous = 0;
  let beforePrevious = 0;
  let count = 0;
  let quietUntil = sampleRateHz / 4;
  let frame = 0;
  return {
    add(sample: number) {
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
    jumps: () => count,
  };
}

/** Length of a file that the browser can decode. */
export async function inspectOpus(file: Blob): Promise<{ durationMs: number; jumps: null }> {
  const context = new OfflineAudioContext(2, 1, sampleRateHz);
  const audio = await context.decodeAudioData(await file.arrayBuffer());
  return { durationMs: audio.duration * 1000, jumps: null };
}
