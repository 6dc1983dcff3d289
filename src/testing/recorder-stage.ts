import { expect } from 'vitest';
import type { AudioSource } from '#core/media/audio-source.ts';
import type { RecordingFile } from '#core/recording/recording-meta.ts';
import type { RecorderPort, RecordingListener } from '#core/recording/recorder-port.ts';
import { asRecordingId } from '#core/shared/ids.ts';
import { silentLogger } from '#core/shared/logger.ts';
import { toAudioSource } from '#platform/media-handles.ts';
import { spawnRecordingWorker } from '#platform/spawn-workers.ts';
import { createPhoneAudioContext, type PhoneAudioContext } from '#platform/web-audio/audio-context.ts';
import { createWebAudioRecorder } from '#platform/web-audio/recorder.ts';
import { buildRecordingMeta } from './recording-builders.ts';
import { decodeStereoWav } from './tones.ts';

/** Sample rate of everything that is recorded here. */
export const sampleRateHz = 16000;

/** The page's one. */
export const audioContext = createPhoneAudioContext();
const openWorkers = new Set<Worker>();

/** A page's recorder. `kill` ends its worker at once, as the end of the page does. */
export function openRecorder(
  spawn = spawnRecordingWorker,
  context: Pick<PhoneAudioContext, 'get' | 'start'> = audioContext,
): {
  readonly recorder: RecorderPort;
  readonly kill: () => void;
} {
  const own: Worker[] = [];
  const spawnWorker = () => {
    const worker = spawn();
    own.push(worker);
    openWorkers.add(worker);
    return worker;
  };
  const kill = () => own.forEach((worker) => worker.terminate());
  const recorder = createWebAudioRecorder({ audioContext: context, spawnWorker, logger: silentLogger });
  return { recorder, kill };
}

/** Ends the workers of all recorders. */
export function closeRecorders(): void {
  for (const worker of openWorkers) worker.terminate();
  openWorkers.clear();
}

/** Makes the audio clock run, and leaves nothing of earlier tests on this device. */
export async function cleanRecordings(spawn = spawnRecordingWorker): Promise<void> {
  const { recorder } = openRecorder(spawn);
  await recorder.prepare();
  for (const { meta } of await recorder.listLocal()) await recorder.deleteLocal(meta.recordingId);
  closeRecorders();
}

/** A steady tone of amplitude 0.5, as a call's microphone is one. */
export function openToneStream(frequencyHz: number): MediaStream {
  const context = audioContext.get();
  const oscillator = new OscillatorNode(context, { frequency: frequencyHz });
  const gain = new GainNode(context, { gain: 0.5 });
  const destination = new MediaStreamAudioDestinationNode(context, { channelCount: 1 });
  oscillator.connect(gain).connect(destination);
  oscillator.start();
  return destination.stream;
}

export const openTone = (frequencyHz: number): AudioSource => toAudioSource(openToneStream(frequencyHz));

/** The description of a recording that nobody has made yet. */
export const newMeta = (startedAtMs = Date.now()) =>
  buildRecordingMeta({ recordingId: asRecordingId(crypto.randomUUID()), startedAtMs, sampleRateHz });

/** Resolves when the audio clock has gone on by so much, however slow this machine is. */
export async function recordFor(ms: number): Promise<void> {
  const context = audioContext.get();
  const untilSeconds = context.currentTime + ms / 1000;
  await expect
    .poll(() => context.currentTime, { interval: 10, timeout: ms + 5000 })
    .toBeGreaterThan(untilSeconds);
}

/** The samples of a recording. */
export const readChannels = async (file: RecordingFile) =>
  decodeStereoWav(await file.read(0, file.byteLength));

/** For a recording that must not fail. */
export const unexpected = (): never => {
  throw new Error('The recording failed.');
};

/** Of a recording that must not fail, and may be silent. */
export const mustNotFail: RecordingListener = { onFailure: unexpected, onSilence: () => undefined };
