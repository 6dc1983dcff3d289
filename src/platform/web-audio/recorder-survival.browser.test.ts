import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { PhoneErrorDetail } from '#core/errors/phone-error.ts';
import { parseWavHeader } from '#core/recording/wav.ts';
import { setOriginQuota } from '#testing/origin-quota.ts';
import {
  cleanRecordings,
  closeRecorders,
  mustNotFail,
  newMeta,
  openRecorder,
  openTone,
  readChannels,
  recordFor,
  sampleRateHz,
} from '#testing/recorder-stage.ts';
import { toneDbfs } from '#testing/tones.ts';

beforeAll(() => cleanRecordings());
afterEach(closeRecorders);

describe('a recording', () => {
  it('loses nothing while the page is blocked', async () => {
    const { recorder } = openRecorder();
    const recording = await recorder.begin(newMeta(), mustNotFail, [[], [openTone(1000)]]);
    await recordFor(300);
    const blockedMs = performance.now();
    while (performance.now() - blockedMs < 2000);
    await recordFor(200);
    const file = await recording.finish();

    expect(file.durationMs).toBeGreaterThan(2450);
    const { right } = await readChannels(file);
    const windowFrames = sampleRateHz / 20;
    const windows = Array.from({ length: 40 }, (_, index) => {
      const start = sampleRateHz * 0.3 + index * windowFrames;
      return toneDbfs(right.subarray(start, start + windowFrames), sampleRateHz, 1000);
    });
    // The blocked page slows this machine down: a piece of the tone may be late where it is made.
    expect(windows.filter((level) => level > -12).length).toBeGreaterThanOrEqual(38);
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
