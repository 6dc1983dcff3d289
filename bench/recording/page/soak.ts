import { asRecordingId } from '#core/shared/ids.ts';
import { silentLogger } from '#core/shared/logger.ts';
import { toAudioSource } from '#platform/media-handles.ts';
import { spawnRecordingWorker } from '#platform/spawn-workers.ts';
import { thisFolder } from '#platform/storage/recording-folder.ts';
import { createWebAudioRecorder } from '#platform/web-audio/recorder.ts';
import { inspectCounter } from './inspect.ts';
import { benchMeta, mustNotFail } from './recorders.ts';
import { sampleRateHz, type BenchSound } from './sound.ts';

/** What became of many recordings at once. */
export interface SoakFigures {
  readonly recordings: number;
  readonly wallMs: number;
  readonly shortestMs: number;
  readonly longestMs: number;
  /** Places where the computer gave no sound, in all recordings. */
  readonly gaps: number;
  /** Places on the right where the samples do not follow each other, in all recordings: where the recorder has lost, doubled or changed some. */
  readonly losses: number;
  /** Silence in the recordings, all together: for so long the computer gave no sound, and file time is wall time. */
  readonly silentMs: number;
  /** Places where the tone on the left jumps, in all recordings. It comes through a MediaStream, as a call does. */
  readonly jumps: number;
}

/**
 * Records so many times at once: a tone on the left, a counter on the right. Where the counter is whole and the tone jumps, the
 * browser has lost it on the way to the recorder.
 */
export async function soak(sound: BenchSound, recordings: number, seconds: number): Promise<SoakFigures> {
  const { context, phoneContext, remote, local } = sound;
  const recorder = createWebAudioRecorder({
    audioContext: phoneContext,
    spawnWorker: spawnRecordingWorker,
    logger: silentLogger,
  });
  await recorder.prepare();
  const sources = [[toAudioSource(remote)], [toAudioSource(local)]] as const;
  const begin = (recordingId: string) => recorder.begin(benchMeta(recordingId), mustNotFail, sources);
  const ids = Array.from({ length: recordings }, () => crypto.randomUUID());
  const beganAtSeconds = context.currentTime;
  const running = await Promise.all(ids.map(begin));
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  const wallMs = (context.currentTime - beganAtSeconds) * 1000;
  const files = await Promise.all(running.map((recording) => recording.finish()));
  // The beginning waits for the first sound.
  const gaps = files.flatMap(({ meta }) => meta.marks).filter(({ kind, atMs }) => kind === 'gap' && atMs > 0);

  const durations: number[] = [];
  let [jumps, losses, silentFrames] = [0, 0, 0];
  for (const id of ids) {
    const file = await thisFolder.read(asRecordingId(id), '.wav');
    if (file === null) throw new Error('a recording has no file');
    const found = await inspectCounter(file);
    durations.push(found.durationMs);
    jumps += found.jumps;
    losses += found.losses;
    silentFrames += found.silentFrames;
    await recorder.deleteLocal(asRecordingId(id));
  }
  return {
    recordings,
    wallMs,
    shortestMs: Math.min(...durations),
    longestMs: Math.max(...durations),
    gaps: gaps.length,
    losses,
    silentMs: (silentFrames * 1000) / sampleRateHz,
    jumps,
  };
}
