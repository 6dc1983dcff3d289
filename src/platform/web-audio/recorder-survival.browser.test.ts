import { afterEach, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { PhoneErrorDetail } from '#core/errors/phone-error.ts';
import { captureRateHz } from '#core/recording/capture-batch.ts';
import { parseWavHeader } from '#core/recording/wav.ts';
import { setOriginQuota } from '#testing/origin-quota.ts';
import {
  audioContext,
  cleanRecordings,
  closeRecorders,
  mustNotFail,
  newMeta,
  openRecorder,
  openTone,
  readChannels,
  recordFor,
} from '#testing/recorder-stage.ts';

/** Closer than the frames of a batch: one that is lost takes some of them with it. */
const clickMs = 25;
const clickFrames = (captureRateHz * clickMs) / 1000;

/** Where a channel clicks, in frames. */
const clicksIn = (samples: Float32Array): readonly number[] =>
  Array.from(samples.keys()).filter((index) => (samples[index] ?? 0) > 0.5);

/**
 * Notes what captures, and clicks into both sides of it when asked. Without a stream in between, whose buffer a busy
 * machine may empty.
 */
function noteCaptureNodes(): () => void {
  const nodes: AudioWorkletNode[] = [];
  vi.stubGlobal(
    'AudioWorkletNode',
    class extends AudioWorkletNode {
      constructor(...given: ConstructorParameters<typeof AudioWorkletNode>) {
        super(...given);
        nodes.push(this);
      }
    },
  );
  onTestFinished(() => void vi.unstubAllGlobals());
  return () => {
    const context = audioContext.get();
    const buffer = context.createBuffer(1, clickFrames, captureRateHz);
    buffer.copyToChannel(Float32Array.of(0.9), 0);
    const clicks = new AudioBufferSourceNode(context, { buffer, loop: true });
    for (const node of nodes) for (const input of [0, 1]) clicks.connect(node, 0, input);
    clicks.start();
  };
}

beforeAll(() => cleanRecordings());
afterEach(closeRecorders);

describe('a recording', () => {
  it('loses not one sample while the page is blocked: clicks in both channels keep their distance', async () => {
    const { recorder } = openRecorder();
    const addClicks = noteCaptureNodes();
    const meta = { ...newMeta(), sampleRateHz: captureRateHz } as const;
    const recording = await recorder.begin(meta, mustNotFail);
    addClicks();
    await recordFor(300);
    const blockedMs = performance.now();
    while (performance.now() - blockedMs < 5000);
    await recordFor(200);
    const file = await recording.finish();

    const { left, right } = await readChannels(file);
    const [clicks, others] = [clicksIn(left), clicksIn(right)];
    expect(others).toEqual(clicks);
    expect(clicks.length).toBeGreaterThan(5450 / clickMs);
    const isOdd = (at: number, index: number) => index > 0 && at - (clicks[index - 1] ?? 0) !== clickFrames;
    // Where this busy machine gave no sound at all there is a mark, and silence.
    const [first = 0, last = 0] = [clicks[0], clicks.at(-1)].map((at) => ((at ?? 0) * 1000) / captureRateHz);
    const gaps = file.meta.marks.filter(({ kind, atMs }) => kind === 'gap' && atMs >= first && atMs <= last);
    expect(clicks.filter(isOdd)).toHaveLength(gaps.length);
    await recorder.deleteLocal(file.meta.recordingId);
  });

  it('is repaired when its page has died, and left alone while its page lives', async () => {
    const dead = openRecorder();
    const living = openRecorder();
    await dead.recorder.begin(newMeta(), mustNotFail, [[], [openTone(1000)]]);
    await dead.recorder.begin(newMeta(), mustNotFail);
    const kept = await living.recorder.begin(newMeta(), mustNotFail);
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
      expect(file.meta.ending).toBe('recovered');
      await next.recorder.deleteLocal(file.meta.recordingId);
    }

    const rest = await kept.finish();
    expect(rest.durationMs).toBeGreaterThan(700);
    await living.recorder.deleteLocal(rest.meta.recordingId);
  });

  it('belongs to its page until that ends, so that no two pages upload it', async () => {
    const [living, other] = [openRecorder(), openRecorder()];
    const recording = await living.recorder.begin(newMeta(), mustNotFail);
    await recordFor(300);
    const { meta } = await recording.finish();
    expect(await other.recorder.listLocal()).toEqual([]);

    living.kill();
    await expect
      .poll(async () => (await other.recorder.listLocal()).map((file) => file.meta), { timeout: 5000 })
      .toEqual([meta]);
    await other.recorder.deleteLocal(meta.recordingId);
  });

  it('ends with what fits when the disk is full', async () => {
    const { recorder, kill } = openRecorder();
    const failures: PhoneErrorDetail[] = [];
    const recording = await recorder.begin(newMeta(), {
      ...mustNotFail,
      onFailure: (error) => failures.push(error),
    });
    await recordFor(500);
    await setOriginQuota(1);
    try {
      await expect.poll(() => failures, { timeout: 20_000 }).toHaveLength(1);
      expect(failures[0]?.code).toBe('recording/storage-full');
      const file = await recording.finish();
      expect(file.meta.ending).toBe('storage-full');
      const bytes = await file.read(0, file.byteLength);
      expect(file.durationMs).toBeGreaterThan(400);
      expect(parseWavHeader(bytes)?.dataBytes).toBe(bytes.byteLength - 44);

      const refused = recorder.begin(newMeta(), mustNotFail);
      await expect(refused).rejects.toMatchObject({ detail: { code: 'recording/storage-full' } });

      // Without a byte of room, the next page still knows why.
      kill();
      const next = openRecorder().recorder;
      const found = await vi.waitFor(async () => {
        const files = await next.listLocal();
        expect(files.length).toBe(1);
        return files;
      });
      expect(found.map(({ meta }) => meta)).toEqual([{ ...file.meta, ending: 'storage-full' }]);
      await next.deleteLocal(file.meta.recordingId);
    } finally {
      await setOriginQuota();
    }
  });
});
