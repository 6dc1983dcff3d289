import { afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { captureRateHz, type CaptureMessage } from '#core/recording/capture-batch.ts';
import type { Capture } from '#core/recording/recorder-port.ts';
import { parseWavHeader } from '#core/recording/wav.ts';
import { silentLogger } from '#core/shared/logger.ts';
import { describeRecorderContract, withoutGaps } from '#testing/recorder-contract.ts';
import {
  audioContext,
  cleanRecordings,
  closeRecorders,
  mustNotFail,
  newMeta,
  openRecorder,
  openTone,
  openToneStream,
  readChannels,
  recordFor,
  sampleRateHz,
  unexpected,
} from '#testing/recorder-stage.ts';
import { decodeStereoWav, toneDbfs } from '#testing/tones.ts';
import { toAudioSource } from '../media-handles.ts';
import { spawnRecordingWorker } from '../spawn-workers.ts';
import { createRecordingClient } from './recording-client.ts';

const quarterSecond = sampleRateHz / 4;
/** The tones are at -6 dBFS; a busy machine may drop pieces of them before they reach the recorder. */
const loudDbfs = -12;
const absentDbfs = -50;
const isSilent = (samples: Float32Array) => samples.every((sample) => sample === 0);

beforeAll(() => cleanRecordings());
afterEach(closeRecorders);

describeRecorderContract(() => openRecorder().recorder, recordFor);

/** Sends a stream over a peer connection of this page to itself. */
async function sendOverWebRtc(stream: MediaStream) {
  const [near, far] = [new RTCPeerConnection(), new RTCPeerConnection()];
  near.addEventListener('icecandidate', ({ candidate }) => void far.addIceCandidate(candidate ?? undefined));
  far.addEventListener('icecandidate', ({ candidate }) => void near.addIceCandidate(candidate ?? undefined));
  const received = new Promise<MediaStream>((resolve) => {
    far.addEventListener('track', ({ track }) => resolve(new MediaStream([track])));
  });
  for (const track of stream.getTracks()) near.addTrack(track, stream);
  await near.setLocalDescription();
  await far.setRemoteDescription(near.localDescription ?? unexpected());
  await far.setLocalDescription();
  await near.setRemoteDescription(far.localDescription ?? unexpected());
  const close = () => [near, far].forEach((connection) => connection.close());
  await expect.poll(() => far.connectionState, { timeout: 10_000 }).toBe('connected');
  return { stream: await received, close };
}

describe('createWebAudioRecorder', () => {
  it('puts the remote party on the left and the microphone on the right, as long as the call', async () => {
    const { recorder } = openRecorder();
    const [remote, local] = [openTone(440), openTone(1000)];
    const beganMs = performance.now();
    const recording = await recorder.begin(newMeta(), mustNotFail, [[remote], [local]]);
    await recordFor(1500);
    const wallMs = performance.now() - beganMs;
    const file = await recording.finish();

    const bytes = await file.read(0, file.byteLength);
    expect(parseWavHeader(bytes)).toEqual({ sampleRateHz, channels: 2, dataBytes: bytes.byteLength - 44 });
    expect(Math.abs(file.durationMs - wallMs)).toBeLessThan(100);

    const { left, right } = decodeStereoWav(bytes);
    const [remoteHeard, localHeard] = [left.subarray(quarterSecond), right.subarray(quarterSecond)];
    expect(toneDbfs(remoteHeard, sampleRateHz, 440)).toBeGreaterThan(loudDbfs);
    expect(toneDbfs(remoteHeard, sampleRateHz, 1000)).toBeLessThan(absentDbfs);
    expect(toneDbfs(localHeard, sampleRateHz, 1000)).toBeGreaterThan(loudDbfs);
    expect(toneDbfs(localHeard, sampleRateHz, 440)).toBeLessThan(absentDbfs);
    await recorder.deleteLocal(file.meta.recordingId);
    expect(await recorder.listLocal()).toEqual([]);
  });

  it('hears a remote party that nobody plays', async () => {
    const { recorder } = openRecorder();
    const remote = await sendOverWebRtc(openToneStream(440));
    const recording = await recorder.begin(newMeta(), mustNotFail, [[toAudioSource(remote.stream)], []]);
    await recordFor(2000);
    const file = await recording.finish();
    remote.close();

    const { left, right } = await readChannels(file);
    expect(toneDbfs(left.subarray(left.length - 2 * quarterSecond), sampleRateHz, 440)).toBeGreaterThan(
      loudDbfs,
    );
    expect(isSilent(right)).toBe(true);
    await recorder.deleteLocal(file.meta.recordingId);
  });

  it('writes silence while a channel, or both, have no source', async () => {
    const { recorder } = openRecorder();
    const noTrack = toAudioSource(new MediaStream());
    const recording = await recorder.begin(newMeta(), mustNotFail, [[noTrack], []]);
    await recordFor(300);
    recording.setSources(1, [openTone(1000)]);
    await recordFor(500);
    recording.setSources(1, []);
    await recordFor(400);
    const file = await recording.finish();

    expect(file.durationMs).toBeGreaterThan(1150);
    const { left, right } = await readChannels(file);
    expect(isSilent(left)).toBe(true);
    expect(isSilent(right.subarray(0, quarterSecond))).toBe(true);
    expect(isSilent(right)).toBe(false);
    expect(isSilent(right.subarray(right.length - quarterSecond))).toBe(true);
    await recorder.deleteLocal(file.meta.recordingId);
  });

  it('keeps nothing of what is said while it is paused before its file is open', async () => {
    const { recorder } = openRecorder();
    let isOpen = false;
    let wasOpen = true;
    const listener = {
      ...mustNotFail,
      onCapture({ setPaused }: Capture) {
        wasOpen = isOpen;
        setPaused(true);
      },
    };
    const recording = await recorder.begin(newMeta(), listener, [[openTone(440)], [openTone(1000)]]);
    isOpen = true;
    await recordFor(500);
    const file = await recording.finish();
    expect(wasOpen).toBe(false);
    const { left, right } = await readChannels(file);
    expect(left.length).toBeGreaterThan(0);
    expect(isSilent(left)).toBe(true);
    expect(isSilent(right)).toBe(true);
    await recorder.deleteLocal(file.meta.recordingId);
  });

  it('records several calls at once', async () => {
    const { recorder } = openRecorder();
    const tones = [500, 700, 900];
    const recordings = await Promise.all(
      tones.map(async (frequencyHz) => {
        const recording = await recorder.begin(newMeta(), mustNotFail, [[openTone(frequencyHz)], []]);
        return { recording, frequencyHz };
      }),
    );
    await recordFor(500);
    for (const { recording, frequencyHz } of recordings) {
      const file = await recording.finish();
      const { left } = await readChannels(file);
      expect(toneDbfs(left.subarray(quarterSecond), sampleRateHz, frequencyHz)).toBeGreaterThan(loudDbfs);
      await recorder.deleteLocal(file.meta.recordingId);
    }
  });

  it('mixes all sources of a channel', async () => {
    const { recorder } = openRecorder();
    const [bob, carol] = [openTone(440), openTone(700)];
    const recording = await recorder.begin(newMeta(), mustNotFail, [[bob], []]);
    await recordFor(400);
    recording.setSources(0, [bob, carol]);
    await recordFor(1000);
    const file = await recording.finish();

    const { left } = await readChannels(file);
    expect(toneDbfs(left.subarray(0, quarterSecond), sampleRateHz, 700)).toBeLessThan(absentDbfs);
    const both = left.subarray(left.length - 2 * quarterSecond);
    expect(toneDbfs(both, sampleRateHz, 440)).toBeGreaterThan(loudDbfs);
    expect(toneDbfs(both, sampleRateHz, 700)).toBeGreaterThan(loudDbfs);
    await recorder.deleteLocal(file.meta.recordingId);
  });

  it('writes silence while it is paused', async () => {
    const { recorder } = openRecorder();
    const meta = newMeta();
    const recording = await recorder.begin(meta, mustNotFail, [[openTone(440)], [openTone(1000)]]);
    /** File time is wall time, whenever this busy machine gets round to it. */
    const frameNow = () => Math.round(((Date.now() - meta.startedAtMs) * sampleRateHz) / 1000);
    await recordFor(500);
    const fromFrame = frameNow();
    recording.setPaused(true);
    await recordFor(800);
    const toFrame = frameNow();
    recording.setPaused(false);
    await recordFor(500);
    const file = await recording.finish();

    expect(file.durationMs).toBeGreaterThan(1750);
    const { left, right } = await readChannels(file);
    for (const samples of [left, right]) {
      expect(isSilent(samples.subarray(fromFrame + quarterSecond, toFrame - quarterSecond / 2))).toBe(true);
      expect(isSilent(samples.subarray(0, fromFrame))).toBe(false);
      expect(isSilent(samples.subarray(samples.length - quarterSecond))).toBe(false);
    }
    await recorder.deleteLocal(file.meta.recordingId);
  });

  it('is as long as the time that passed while the audio clock stood still, also at its end', async () => {
    const { recorder } = openRecorder();
    const context = audioContext.get();
    const beganMs = Date.now();
    const recording = await recorder.begin(newMeta(beganMs), mustNotFail, [[], [openTone(1000)]]);
    await recordFor(500);
    await context.suspend();
    await expect.poll(() => Date.now() - beganMs).toBeGreaterThan(1500);
    await context.resume();
    await recordFor(500);
    await context.suspend();
    const suspendedMs = Date.now();
    await expect.poll(() => Date.now() - suspendedMs).toBeGreaterThan(500);
    const wallMs = Date.now() - beganMs;
    const file = await recording.finish();
    await context.resume();

    expect(Math.abs(file.durationMs - wallMs)).toBeLessThan(100);
    // A busy machine may have lost a shorter piece of its own.
    const gaps = file.meta.marks.filter(({ kind, durationMs }) => kind === 'gap' && (durationMs ?? 0) > 400);
    expect(gaps).toHaveLength(2);
    const [gap] = gaps;
    const { right } = await readChannels(file);
    const gapMs = gap?.atMs ?? 0;
    const at = (ms: number) => Math.round((ms * sampleRateHz) / 1000);
    expect(isSilent(right.subarray(at(gapMs + 50), at(gapMs + (gap?.durationMs ?? 0) - 50)))).toBe(true);
    expect(isSilent(right.subarray(at(gapMs - 100), at(gapMs)))).toBe(false);
    await recorder.deleteLocal(file.meta.recordingId);
  });

  it('tells of a microphone that gives nothing for 10 s, and not of one that is muted', async () => {
    const worker = spawnRecordingWorker();
    onTestFinished(() => worker.terminate());
    const client = createRecordingClient(() => worker, silentLogger);
    const told: [who: string, channel: 0 | 1, silent: boolean][] = [];
    const begin = async (who: string) => {
      const { port1, port2 } = new MessageChannel();
      const meta = newMeta();
      const onSilence = (channel: 0 | 1, silent: boolean) => told.push([who, channel, silent]);
      await client.begin(meta, port2, { ...mustNotFail, onSilence }, null);
      /** A second, as the worklet sends it; the worker does not know how fast it comes. */
      const hear = (second: number, localLevel: number) =>
        port1.postMessage({
          kind: 'batch',
          batch: {
            startFrame: second * captureRateHz,
            wallMs: meta.startedAtMs + second * 1000,
            left: new Float32Array(captureRateHz).fill(0.5),
            right: new Float32Array(captureRateHz).fill(localLevel),
          },
        } satisfies CaptureMessage);
      return { meta, hear };
    };
    const [silent, muted] = [await begin('silent'), await begin('muted')];
    client.mark(muted.meta.recordingId, { kind: 'mute', atMs: 0, durationMs: null });
    for (let second = 0; second < 11; second += 1) for (const { hear } of [silent, muted]) hear(second, 0);
    await expect.poll(() => told).toEqual([['silent', 1, true]]);
    silent.hear(11, 0.5);
    await expect.poll(() => told.at(-1)).toEqual(['silent', 1, false]);
    for (const { meta } of [silent, muted]) {
      await client.finish(meta.recordingId);
      await client.remove(meta.recordingId);
    }
    expect(told).toHaveLength(2);
  });

  it('leaves its marks on the device when its page dies', async () => {
    const { recorder, kill } = openRecorder();
    const meta = newMeta();
    const recording = await recorder.begin(meta, mustNotFail, [[], [openTone(1000)]]);
    await recordFor(300);
    const hold = { kind: 'hold', atMs: 200, durationMs: null } as const;
    recording.mark(hold);
    await recordFor(300);
    kill();

    const next = openRecorder().recorder;
    const marks = async () => (await next.listLocal()).map((file) => withoutGaps(file.meta).marks);
    await expect.poll(marks, { timeout: 5000 }).toEqual([[hold]]);
    await next.deleteLocal(meta.recordingId);
  });
});
