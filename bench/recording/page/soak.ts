import { asRecordingId } from '#core/shared/ids.ts';
import { silentLogger } from '#core/shared/logger.ts';
import { toAudioSource } from '#platform/media-handles.ts';
import { spawnRecordingWorker } from '#platform/spawn-workers.ts';
import { readRecordingFile } from '#platform/storage/recording-folder.ts';
import { createWebAudioRecorder } from '#platform/web-audio/recorder.ts';
import { inspectWav } from './inspect.ts';
import { benchMeta, mustNotFail } from './recorders.ts';
import type { BenchSound } from './sound.ts';

/** What became of many recordings at once. */
export interface SoakFigures {
  readonly recordings: number;
  readonly wallMs: number;
  readonly shortestMs: number;
  readonly longestMs: number;
  /** Places where the computer gave no sound, in all recordings. */
  readonly gaps: number;
  /** Places where a tone jumps, in all channels of all recordings. */
  readonly jumps: number;
}

/** Records the same sound so many times at once. */
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

  const found: { readonly durationMs: number; readonly jumps: number }[] = [];
  for (const id of ids) {
    const file = await readRecordingFile(asRecordingId(id), '.wav');
    if (file === null) throw new Error('a recording has no file');
    found.push(await inspectWav(file));
    await recorder.deleteLocal(asRecordingId(id));
  }
  const durations = found.map(({ durationMs }) => durationMs);
  return {
    recordings,
    wallMs,
    shortestMs: Math.min(...durations),
    longestMs: Math.max(...durations),
    gaps: gaps.length,
    jumps: found.reduce((sum, { jumps }) => sum + jumps, 0),
  };
}
