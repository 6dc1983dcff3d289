import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { RecordingFile } from '#core/recording/recording-meta.ts';
import type { RecorderPort } from '#core/recording/recorder-port.ts';
import { parseWavHeader } from '#core/recording/wav.ts';
import { asRecordingId } from '#core/shared/ids.ts';
import { silentLogger } from '#core/shared/logger.ts';
import { describeRecorderContract } from '#testing/recorder-contract.ts';
import { buildRecordingMeta } from '#testing/recording-builders.ts';
import { countBreaks, decodeStereoWav, toneDbfs } from '#testing/tones.ts';
import { toAudioSource } from '../media-handles.ts';
import { spawnRecordingWorker } from '../spawn-workers.ts';
import { createPhoneAudioContext } from './audio-context.ts';
import { createWebAudioRecorder } from './recorder.ts';

const audioContext = createPhoneAudioContext();
const sampleRateHz = 16000;
const openRecorders: Worker[] = [];

/** A phone's recorder, and the sudden death of its page. */
function openRecorder() {
  const workers: Worker[] = [];
  const spawnWorker = () => {
    const worker = spawnRecordingWorker();
    workers.push(worker);
    openRecorders.push(worker);
    return worker;
  };
  const recorder = createWebAudioRecorder({ audioContext, spawnWorker, logger: silentLogger });
  return { recorder, kill: () => workers.forEach((worker) => worker.terminate()) };
}

/** A steady tone as a stream, as a call's remote party or microphone is one. */
function openTone(frequencyHz: number) {
  const context = audioContext.get();
  const oscillator = new OscillatorNode(context, { frequency: frequencyHz });
  const gain = new GainNode(context, { gain: 0.5 });
  const destination = new MediaStreamAudioDestinationNode(context, { channelCount: 1 });
  oscillator.connect(gain).connect(destination);
  oscillator.start();
  return toAudioSource(destination.stream);
}

const newMeta = () => buildRecordingMeta({ recordingId: asRecordingId(crypto.randomUUID()), sampleRateHz });
const never = (): never => {
  throw new Error('The recording failed.');
};

/** Resolves when the audio clock has gone on by so much, however slow this machine is. */
async function recordFor(ms: number): Promise<void> {
  const context = audioContext.get();
  const until = context.currentTime + ms / 1000;
  await vi.waitFor(() => expect(context.currentTime).toBeGreaterThan(until), {
    timeout: ms + 5000,
    interval: 10,
  });
}

const readAll = async (file: RecordingFile) => decodeStereoWav(await file.read(0, file.byteLength));

const removeAll = async (recorder: RecorderPort) => {
  for (const { meta } of await recorder.listLocal()) await recorder.deleteLocal(meta.recordingId);
};

beforeAll(async () => {
  const { recorder } = openRecorder();
  await recorder.prepare();
  await removeAll(recorder);
});

afterEach(() => {
  for (const worker of openRecorders.splice(0)) worker.terminate();
});

describeRecorderContract(() => openRecorder().recorder, recordFor);

describe('createWebAudioRecorder', () => {
  it('puts the remote party on the left and the microphone on the right, as long as the call', async () => {
    const { recorder } = openRecorder();
    const [remote, local] = [openTone(440), openTone(1000)];
    const began = performance.now();
    const recording = await recorder.begin(newMeta(), never);
    recording.setSource(0, remote);
    recording.setSource(1, local);
    await recordFor(1500);
    const file = await recording.finish();
    const wallMs = performance.now() - began;

    const bytes = await file.read(0, file.byteLength);
    expect(parseWavHeader(bytes)).toEqual({ sampleRateHz, channels: 2, dataBytes: bytes.byteLength - 44 });
    expect(Math.abs(file.durationMs - wallMs)).toBeLessThan(100);

    const { left, right } = decodeStereoWav(bytes);
    const settled = (channel: Float32Array) => channel.subarray(sampleRateHz / 4);
    expect(toneDbfs(settled(left), sampleRateHz, 440)).toBeCloseTo(-6, 0);
    expect(toneDbfs(settled(left), sampleRateHz, 1000)).toBeLessThan(-70);
    expect(toneDbfs(settled(right), sampleRateHz, 1000)).toBeCloseTo(-6, 0);
    expect(toneDbfs(settled(right), sampleRateHz, 440)).toBeLessThan(-70);
    await recorder.deleteLocal(file.meta.recordingId);
    expect(await recorder.listLocal()).toEqual([]);
  });

  it('writes silence while a channel, or both, have no source', async () => {
    const { recorder } = openRecorder();
    const recording = await recorder.begin(newMeta(), never);
    await recordFor(300);
    recording.setSource(1, openTone(1000));
    await recordFor(300);
    recording.setSource(1, null);
    await recordFor(300);
    const file = await recording.finish();

    expect(file.durationMs).toBeGreaterThan(850);
    const { left, right } = await readAll(file);
    expect(left.every((sample) => sample === 0)).toBe(true);
    const quarter = sampleRateHz / 4;
    expect(right.subarray(0, quarter).every((sample) => sample === 0)).toBe(true);
    expect(toneDbfs(right.subarray(quarter, right.length - quarter), sampleRateHz, 1000)).toBeGreaterThan(
      -20,
    );
    expect(right.subarray(right.length - quarter).every((sample) => sample === 0)).toBe(true);
    await recorder.deleteLocal(file.meta.recordingId);
  });

  it('loses nothing while the page is blocked', async () => {
    const { recorder } = openRecorder();
    const recording = await recorder.begin(newMeta(), never);
    recording.setSource(1, openTone(1000));
    await recordFor(300);
    const began = performance.now();
    while (performance.now() - began < 2000);
    await recordFor(200);
    const file = await recording.finish();

    expect(file.durationMs).toBeGreaterThan(2450);
    const { right } = await readAll(file);
    expect(countBreaks(right.subarray(sampleRateHz / 4), sampleRateHz, 1000)).toBe(0);
    await recorder.deleteLocal(file.meta.recordingId);
  });

  it('records several calls at once', async () => {
    const { recorder } = openRecorder();
    const tones = [500, 700, 900];
    const recordings = await Promise.all(tones.map(() => recorder.begin(newMeta(), never)));
    recordings.forEach((recording, index) => recording.setSource(0, openTone(tones[index] ?? 0)));
    await recordFor(500);
    const files = await Promise.all(recordings.map((recording) => recording.finish()));
    for (const [index, file] of files.entries()) {
      const { left } = await readAll(file);
      expect(toneDbfs(left.subarray(sampleRateHz / 4), sampleRateHz, tones[index] ?? 0)).toBeCloseTo(-6, 0);
    }
    await removeAll(recorder);
  });

  it('repairs a recording whose page died, and leaves those of living pages alone', async () => {
    const dead = openRecorder();
    const living = openRecorder();
    const interrupted = await dead.recorder.begin(newMeta(), never);
    interrupted.setSource(1, openTone(1000));
    await dead.recorder.begin(newMeta(), never);
    const kept = await living.recorder.begin(newMeta(), never);
    await recordFor(800);
    dead.kill();

    const next = openRecorder();
    const found = await vi.waitFor(
      async () => {
        const files = await next.recorder.listLocal();
        expect(files.length).toBe(2);
        return files;
      },
      { timeout: 5000 },
    );
    for (const file of found) {
      const bytes = await file.read(0, file.byteLength);
      expect(bytes.byteLength).toBe(file.byteLength);
      expect(parseWavHeader(bytes)?.dataBytes).toBe(bytes.byteLength - 44);
      expect(file.durationMs).toBeGreaterThan(600);
    }

    const rest = await kept.finish();
    expect(rest.durationMs).toBeGreaterThan(700);
    await removeAll(next.recorder);
    await removeAll(living.recorder);
  });
});
