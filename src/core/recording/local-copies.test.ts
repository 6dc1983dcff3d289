import { beforeEach, describe, expect, it, vi } from 'vitest';
import { asRecordingId } from '#core/shared/ids.ts';
import { silentLogger } from '#core/shared/logger.ts';
import { createSerialQueue } from '#core/shared/serial-queue.ts';
import { buildCall } from '#testing/call-builders.ts';
import { createFakeClock } from '#testing/fake-clock.ts';
import { createFakeConnectivity } from '#testing/fake-connectivity.ts';
import { createFakeRecorder } from '#testing/fake-recorder.ts';
import { createFakeStore } from '#testing/fake-upload.ts';
import { buildRecordingMeta } from '#testing/recording-builders.ts';
import type { KeepLocal } from './keep-local.ts';
import { createRecordingService } from './recording-service.ts';

/** What a reload of the page does not change. */
const createDevice = () => ({
  clock: createFakeClock(),
  recorder: createFakeRecorder(),
  backend: createFakeStore(),
});

function setUp(keepLocal: KeepLocal = 'until-stored', device = createDevice()) {
  const { clock, recorder, backend } = device;
  const service = createRecordingService({
    recorder,
    upload: backend.upload,
    stored: backend.stored,
    connectivity: createFakeConnectivity(),
    uploadTurns: createSerialQueue(),
    clock,
    createId: () => 'unused',
    logger: silentLogger,
    sampleRateHz: 16000,
    keepLocal,
  });
  const phases = () => service.store.getState().items.map((item) => item.progress.phase);
  const untilPhase = (phase: string) => vi.waitFor(() => expect(phases()).toEqual([phase]));
  const onlyItem = () => service.store.getState().items[0];
  return { device, clock, recorder, backend, service, phases, untilPhase, onlyItem };
}

const recordingId = asRecordingId('recording-1');

let bench = setUp();
beforeEach(() => {
  bench = setUp();
});

describe('a recording that the person deletes', () => {
  beforeEach(async () => {
    bench.recorder.addLocal(buildRecordingMeta({ recordingId }), 1000);
    await bench.service.resumeLocal();
    await bench.untilPhase('sending');
  });

  it('is gone from this device and from the list, and is never sent', async () => {
    const { service, recorder, backend, phases } = bench;
    await service.deleteLocal(recordingId);
    expect(phases()).toEqual([]);
    expect(await recorder.listLocal()).toEqual([]);
    await service.resumeLocal();
    expect(backend.attempts).toHaveLength(1);
    expect(service.store.getState().uploads).toBeNull();
    expect(backend.discarded).toEqual([recordingId]);
  });

  it('stays in the list, as failed, when this device does not let go of it', async () => {
    const { service, recorder, phases } = bench;
    vi.spyOn(recorder, 'deleteLocal').mockRejectedValue(new Error('locked'));
    await service.deleteLocal(recordingId);
    expect(phases()).toEqual(['failed']);
  });
});

it('stays while it is played, also once the store has it, and goes when it is given back', async () => {
  const { service, recorder, backend, untilPhase } = bench;
  recorder.addLocal(buildRecordingMeta({ recordingId }), 1000);
  await service.resumeLocal();
  await untilPhase('sending');
  const first = await service.openLocal(recordingId);
  const second = await service.openLocal(recordingId);
  backend.accept();
  await untilPhase('stored');
  first.release();
  first.release();
  await service.resumeLocal();
  expect(await recorder.listLocal()).toHaveLength(1);
  expect(backend.attempts).toHaveLength(1);
  second.release();
  await vi.waitFor(async () => expect(await recorder.listLocal()).toEqual([]));
  await expect(service.openLocal(recordingId)).rejects.toMatchObject({
    detail: { code: 'recording/storage-failed' },
  });
});

describe('a recording that its worker has lost', () => {
  const call = buildCall();
  const crash = async () => {
    const { service, recorder } = bench;
    service.start(call, [[], []]);
    await vi.waitFor(() => expect(recorder.active()).toHaveLength(1));
    for (const { meta } of recorder.active()) {
      recorder.stop(meta.recordingId, { code: 'recording/storage-failed' });
      recorder.addLocal({ ...meta, ending: 'recovered' }, 800);
    }
  };

  it('is found on this device and sent when its call is over', async () => {
    await crash();
    expect(await bench.service.finish(call.callId)).toBeNull();
    await bench.untilPhase('sending');
    expect(bench.onlyItem()).toMatchObject({ durationMs: 800, meta: { ending: 'recovered' } });
    expect(bench.service.store.getState().recovered.size).toBe(1);
  });

  it('is not said to be lost once it was found', async () => {
    await crash();
    await bench.service.resumeLocal();
    await bench.untilPhase('sending');
    expect(await bench.service.finish(call.callId)).toBeNull();
    expect(bench.phases()).toEqual(['sending']);
    bench.backend.accept();
    await bench.untilPhase('stored');
    expect(bench.backend.attempts).toHaveLength(1);
  });
});

it('does not delete a recording that is still being made', async () => {
  const { service, recorder, phases } = bench;
  service.start(buildCall(), [[], []]);
  await vi.waitFor(() => expect(recorder.active()).toHaveLength(1));
  await service.deleteLocal(asRecordingId('unused'));
  expect(phases()).toEqual(['recording']);
});

describe('the copy of a stored recording', () => {
  const dayMs = 24 * 60 * 60 * 1000;

  /** A page that has brought the one recording of its device to the store. */
  async function storeOne(keepLocal: KeepLocal, isCompared = true) {
    const page = setUp(keepLocal);
    page.recorder.addLocal(buildRecordingMeta({ recordingId }), 1000);
    await page.service.resumeLocal();
    await page.untilPhase('sending');
    page.backend.accept(isCompared);
    await page.untilPhase('stored');
    return page;
  }
  const untilGone = (page: ReturnType<typeof setUp>) =>
    vi.waitFor(async () => {
      expect(await page.recorder.listLocal()).toEqual([]);
      expect(page.onlyItem()).toMatchObject({ progress: { phase: 'stored' }, localCopy: null });
    });

  it('goes as soon as the store has confirmed it', async () => {
    const page = await storeOne('until-stored');
    await untilGone(page);
    expect(page.backend.attempts).toHaveLength(1);
  });

  describe.each(['until-stored', { days: 2 }] as const)('when nobody has compared, by %o', (keepLocal) => {
    const storeUncompared = async () => {
      const before = await storeOne(keepLocal, false);
      await vi.waitFor(async () => expect((await before.recorder.listLocal())[0]?.receipt).not.toBeNull());
      return before;
    };
    const tried = (page: ReturnType<typeof setUp>, times: number) =>
      vi.waitFor(() => expect(page.backend.comparisons).toHaveLength(times));
    const waits = (page: ReturnType<typeof setUp>) =>
      vi.waitFor(() =>
        expect(page.onlyItem()).toMatchObject({
          progress: { phase: 'stored' },
          localCopy: { endsAtMs: null, isUncompared: true },
        }),
      );

    it('stays, until the person deletes it', async () => {
      const page = await storeUncompared();
      await waits(page);
      page.clock.advance(3 * dayMs);
      await tried(page, 1);
      page.backend.fail('upload/refused');
      await page.service.resumeLocal();
      expect(await page.recorder.listLocal()).toHaveLength(1);
      await waits(page);
      expect(page.backend.attempts).toHaveLength(1);
      await page.service.deleteLocal(recordingId);
      await untilGone(page);
    });

    it('is compared again after a minute, and then goes as it would have', async () => {
      const page = await storeUncompared();
      const storedAtMs = page.clock.nowMs();
      page.clock.advance(60_000);
      await tried(page, 1);
      page.backend.accept();
      const staysMs = keepLocal === 'until-stored' ? 0 : keepLocal.days * dayMs;
      const copy = staysMs === 0 ? null : { endsAtMs: storedAtMs + staysMs };
      await vi.waitFor(() => expect(page.onlyItem()?.localCopy).toEqual(copy));
      page.clock.advance(staysMs);
      await untilGone(page);
      expect(page.backend.attempts).toHaveLength(1);
    });

    it('is compared again at the start of a page, and when the person wants it', async () => {
      const after = setUp(keepLocal, (await storeUncompared()).device);
      await after.service.resumeLocal();
      await tried(after, 1);
      after.backend.fail('upload/refused');
      await waits(after);
      await vi.waitFor(() => {
        after.service.retry(recordingId);
        expect(after.backend.comparisons).toHaveLength(2);
      });
      after.backend.accept();
      after.clock.advance(2 * dayMs);
      await vi.waitFor(async () => {
        await after.service.resumeLocal();
        expect(await after.recorder.listLocal()).toEqual([]);
      });
      expect(after.backend.attempts).toHaveLength(1);
    });
  });

  it('is not compared again where it stays anyway', async () => {
    const page = await storeOne('always', false);
    page.clock.advance(dayMs);
    await page.service.resumeLocal();
    expect(page.backend.comparisons).toEqual([]);
    expect(page.onlyItem()?.localCopy).toEqual({ endsAtMs: null });
  });

  it('stays for so many days, is not sent again, and goes at the hour', async () => {
    const page = await storeOne({ days: 2 });
    const endsAtMs = page.clock.nowMs() + 2 * dayMs;
    await vi.waitFor(() => expect(page.onlyItem()?.localCopy).toEqual({ endsAtMs }));
    expect(await page.recorder.listLocal()).toHaveLength(1);
    page.clock.advance(2 * dayMs - 1);
    await page.service.refresh();
    expect(await page.recorder.listLocal()).toHaveLength(1);
    expect(page.onlyItem()?.localCopy).toEqual({ endsAtMs });
    page.clock.advance(60 * 60 * 1000);
    await untilGone(page);
    expect(page.backend.attempts).toHaveLength(1);
  });

  it('stays over a reload, and goes at the start when its time is over', async () => {
    const before = await storeOne({ days: 2 });
    await vi.waitFor(async () => expect((await before.recorder.listLocal())[0]?.receipt).not.toBeNull());
    const endsAtMs = before.clock.nowMs() + 2 * dayMs;
    const after = setUp({ days: 2 }, before.device);
    await after.service.resumeLocal();
    expect(after.onlyItem()).toMatchObject({
      progress: { phase: 'stored', url: 'https://store.example.com/recordings/recording-1' },
      localCopy: { endsAtMs },
    });
    const later = setUp('until-stored', before.device);
    await later.service.resumeLocal();
    await untilGone(later);
    expect(later.backend.attempts).toHaveLength(1);
  });

  it('stays for ever, and is deleted by the person alone; the recording stays in the list', async () => {
    const page = await storeOne('always');
    page.clock.advance(1000 * dayMs);
    await page.service.refresh();
    expect(page.onlyItem()).toMatchObject({ progress: { phase: 'stored' }, localCopy: { endsAtMs: null } });
    await page.service.deleteLocal(recordingId);
    await untilGone(page);
    expect(page.backend.discarded).toEqual([]);
  });

  it('that could not be deleted goes later', async () => {
    const page = setUp();
    const fail = vi.spyOn(page.recorder, 'deleteLocal').mockRejectedValue(new Error('locked'));
    page.recorder.addLocal(buildRecordingMeta({ recordingId }), 1000);
    await page.service.resumeLocal();
    await page.untilPhase('sending');
    page.backend.accept();
    await page.untilPhase('stored');
    await vi.waitFor(() => expect(fail).toHaveBeenCalled());
    fail.mockRestore();
    await page.service.resumeLocal();
    await untilGone(page);
    expect(page.backend.attempts).toHaveLength(1);
  });

  it("is known from the store's list alone once that has the recording", async () => {
    const page = await storeOne('until-stored');
    await untilGone(page);
    await page.service.refresh();
    await untilGone(page);
    page.backend.forget(recordingId);
    await page.service.refresh();
    expect(page.phases()).toEqual([]);
  });

  it("is remembered as long as the store's list has not got it, or until nobody has read that for an hour", async () => {
    const page = await storeOne('until-stored');
    await untilGone(page);
    page.backend.forget(recordingId);
    await page.service.refresh();
    page.clock.advance(60 * 60 * 1000);
    expect(page.phases()).toEqual(['stored']);

    const unread = await storeOne('until-stored');
    await untilGone(unread);
    unread.backend.forget(recordingId);
    unread.clock.advance(60 * 60 * 1000);
    await unread.service.refresh();
    expect(unread.phases()).toEqual([]);
  });
});
