import { createCaptureBatcher, type CaptureMessage } from '#core/recording/capture-batch.ts';
import { silentLogger } from '#core/shared/logger.ts';
import { spawnRecordingWorker } from '#platform/spawn-workers.ts';
import { createRecordingClient } from '#platform/web-audio/recording-client.ts';
import { thisFolder } from '#platform/storage/recording-folder.ts';
import { inspectTones } from './inspect.ts';
import { benchMeta, mustNotFail } from './recorders.ts';
import { createTone, localHz, remoteHz, sampleRateHz } from './sound.ts';

const quantumFrames = 128;
/** The worker is waited for after so much, so that what it has not written yet stays small. */
const stretchFrames = 5 * sampleRateHz;

/** What became of sound that was handed over as fast as a recorder takes it. */
export interface SimulatedFile {
  readonly bytes: number;
  readonly finishMs: number;
  readonly durationMs: number;
  /** Places where a tone jumps, in both channels: nothing between can lose any. */
  readonly losses: number;
  readonly timesRealTime: number;
}

/** A long recording as fast as the worker takes it: what its length costs, without waiting for it. */
export async function simulateSidetone(minutes: number): Promise<SimulatedFile> {
  const client = createRecordingClient(spawnRecordingWorker, silentLogger);
  const { port1, port2 } = new MessageChannel();
  const meta = benchMeta(crypto.randomUUID());
  await client.begin(meta, port2, mustNotFail, null);
  // The clock of the sound that is made, and not of this computer: it goes faster.
  let frame = 0;
  const soundMs = () => meta.startedAtMs + (frame * 1000) / sampleRateHz;
  const batcher = createCaptureBatcher((batch) => {
    const message: CaptureMessage = { kind: 'batch', batch };
    port1.postMessage(message, [batch.left.buffer, batch.right.buffer]);
  }, soundMs);
  const [fillLeft, fillRight] = [createTone(remoteHz), createTone(localHz)];
  const [left, right] = [new Float32Array(quantumFrames), new Float32Array(quantumFrames)];

  const beganAtMs = performance.now();
  const frames = minutes * 60 * sampleRateHz;
  for (; frame < frames; frame += quantumFrames) {
    fillLeft(left, frame);
    fillRight(right, frame);
    batcher.push(frame, left, right);
    if (frame % stretchFrames < quantumFrames) await client.list();
  }
  batcher.flush();
  const flushed: CaptureMessage = { kind: 'flushed', wallMs: soundMs() };
  port1.postMessage(flushed);
  await client.list();
  const takenMs = performance.now() - beganAtMs;

  const askedAtMs = performance.now();
  await client.finish(meta.recordingId);
  const file = await thisFolder.read(meta.recordingId, '.wav');
  const finishMs = performance.now() - askedAtMs;
  if (file === null) throw new Error('there is no file');
  const { durationMs, jumps: losses } = await inspectTones(file);
  await client.remove(meta.recordingId);
  return { bytes: file.size, finishMs, durationMs, losses, timesRealTime: (minutes * 60_000) / takenMs };
}
