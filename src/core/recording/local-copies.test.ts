import { beforeEach, describe, expect, it, vi } from 'vitest';
import { asRecordingId } from '#core/shared/ids.ts';
import { buildCall } from '#testing/call-builders.ts';
import { createRecordingBench } from '#testing/recording-bench.ts';
import { buildRecordingMeta } from '#testing/recording-builders.ts';
import type { KeepLocal } from './keep-local.ts';

const recordingId = asRecordingId('recording-1');

let bench = createRecordingBench();
beforeEach(() => {
  bench = createRecordingBench();
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
  async function storeOne(keepLocal: KeepLocal) {
    const page = createRecordingBench({ keepLocal });
    page.recorder.addLocal(buildRecordingMeta({ recordingId }), 1000);
    await page.service.resumeLocal();
    await page.untilPhase('sending');
    page.backend.accept();
    await page.untilPhase('stored');
    return page;
  }

  it('goes as soon as the store has confirmed it', async () => {
    const page = await storeOne('until-stored');
    await page.untilCopyGone();
    expect(page.backend.attempts).toHaveLength(1);
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
    await page.untilCopyGone();
    expect(page.backend.attempts).toHaveLength(1);
  });

  it('stays over a reload, and goes at the start when its time is over', async () => {
    const before = await storeOne({ days: 2 });
    await vi.waitFor(async () => expect((await before.recorder.listLocal())[0]?.receipt).not.toBeNull());
    const endsAtMs = before.clock.nowMs() + 2 * dayMs;
    const after = createRecordingBench({ keepLocal: { days: 2 } }, before.device);
    await after.service.resumeLocal();
    expect(after.onlyItem()).toMatchObject({
      progress: { phase: 'stored', url: 'https://store.example.com/recordings/recording-1' },
      localCopy: { endsAtMs },
    });
    const later = createRecordingBench({ keepLocal: 'until-stored' }, before.device);
    await later.service.resumeLocal();
    await later.untilCopyGone();
    expect(later.backend.attempts).toHaveLength(1);
  });

  it('stays for ever, and is deleted by the person alone; the recording stays in the list', async () => {
    const page = await storeOne('always');
    page.clock.advance(1000 * dayMs);
    await page.service.refresh();
    expect(page.onlyItem()).toMatchObject({ progress: { phase: 'stored' }, localCopy: { endsAtMs: null } });
    await page.service.deleteLocal(recordingId);
    await page.untilCopyGone();
    expect(page.backend.discarded).toEqual([]);
  });

  it('that could not be deleted goes later', async () => {
    const page = createRecordingBench();
    const fail = vi.spyOn(page.recorder, 'deleteLocal').mockRejectedValue(new Error('locked'));
    page.recorder.addLocal(buildRecordingMeta({ recordingId }), 1000);
    await page.service.resumeLocal();
    await page.untilPhase('sending');
    page.backend.accept();
    await page.untilPhase('stored');
    await vi.waitFor(() => expect(fail).toHaveBeenCalled());
    fail.mockRestore();
    await page.service.resumeLocal();
    await page.untilCopyGone();
    expect(page.backend.attempts).toHaveLength(1);
  });

  it("is known from the store's list alone once that has the recording", async () => {
    const page = await storeOne('until-stored');
    await page.untilCopyGone();
    await page.service.refresh();
    await page.untilCopyGone();
    page.backend.forget(recordingId);
    await page.service.refresh();
    expect(page.phases()).toEqual([]);
  });

  it("is remembered as long as the store's list has not got it, or until nobody has read that for an hour", async () => {
    const page = await storeOne('until-stored');
    await page.untilCopyGone();
    page.backend.forget(recordingId);
    await page.service.refresh();
    page.clock.advance(60 * 60 * 1000);
    expect(page.phases()).toEqual(['stored']);

    const unread = await storeOne('until-stored');
    await unread.untilCopyGone();
    unread.backend.forget(recordingId);
    unread.clock.advance(60 * 60 * 1000);
    await unread.service.refresh();
    expect(unread.phases()).toEqual([]);
  });
});
