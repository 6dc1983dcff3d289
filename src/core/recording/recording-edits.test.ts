import { beforeEach, describe, expect, it, vi } from 'vitest';
import { PhoneError } from '#core/errors/phone-error.ts';
import { asRecordingId } from '#core/shared/ids.ts';
import type { StoredRecordingsPort } from '#core/upload/stored-recording.ts';
import type { FakeRecorder } from '#testing/fake-recorder.ts';
import { createRecordingBench, createRecordingDevice } from '#testing/recording-bench.ts';
import { buildRecordingMeta } from '#testing/recording-builders.ts';
import type { KeepLocal } from './keep-local.ts';

const recordingId = asRecordingId('recording-1');
const unsentId = asRecordingId('recording-2');

function setUp(
  changes: Partial<FakeRecorder> = {},
  changeStore: (stored: StoredRecordingsPort) => StoredRecordingsPort = (stored) => stored,
  keepLocal: KeepLocal = 'until-stored',
) {
  const device = createRecordingDevice();
  const changed = { ...device, recorder: { ...device.recorder, ...changes } };
  const page = createRecordingBench({ keepLocal, stored: changeStore(device.backend.stored) }, changed);
  /** One that the store has, and one that waits on this device. */
  const storeAndLeave = async () => {
    await page.store();
    await page.leave({ recordingId: unsentId, startedAtMs: 1_800_000_000_000 });
  };
  const deletedIds = () => page.service.store.getState().deleted.map(({ meta }) => meta.recordingId);
  return { ...page, storeAndLeave, deletedIds };
}

const gone = new PhoneError({ code: 'recording/file-gone' });

let bench = setUp();
beforeEach(() => {
  bench = setUp();
});

describe('a recording that is deleted', () => {
  it('is taken out of the store, and brought back', async () => {
    const { backend, service, newest, store } = bench;
    await store();
    await service.edits.deleteRecordings([recordingId]);
    expect(newest()).toBeUndefined();
    expect(await backend.stored.list()).toEqual([]);
    expect(service.store.getState().deleted).toHaveLength(1);
    await service.edits.undoDelete();
    expect(newest()?.meta.recordingId).toBe(recordingId);
    expect(service.store.getState().deleted).toEqual([]);
  });

  it('on this device is neither sent nor seen any more, until it is brought back', async () => {
    const { backend, recorder, service, newest, untilNewestIs, leave } = bench;
    await leave();
    await service.edits.deleteRecordings([recordingId]);
    expect(newest()).toBeUndefined();
    await service.refresh();
    expect(newest()).toBeUndefined();
    expect(await recorder.listLocal()).toEqual([]);
    await service.edits.undoDelete();
    await untilNewestIs('sending');
    backend.accept();
    await untilNewestIs('stored');
  });

  it('on this device is sent after all where the device does not delete it, which is said', async () => {
    const locked = new PhoneError({ code: 'recording/storage-failed' });
    const { backend, service, untilNewestIs, leave } = setUp({
      trashLocal: () => Promise.reject(locked),
    });
    await leave();
    await expect(service.edits.deleteRecordings([recordingId])).rejects.toBe(locked);
    expect(service.store.getState().deleted).toEqual([]);
    await untilNewestIs('sending');
    expect(backend.attempts).toHaveLength(2);
    backend.accept();
    await untilNewestIs('stored');
  });

  it('stays where the store does not delete it', async () => {
    const { backend, service, newest, store } = bench;
    await store();
    backend.forget(recordingId);
    await expect(service.edits.deleteRecordings([recordingId])).rejects.toMatchObject({
      detail: { code: 'recording/file-gone' },
    });
    expect(newest()).toBeDefined();
    expect(service.store.getState().deleted).toEqual([]);
  });

  it('stays brought back where another cannot be, which can be tried again', async () => {
    const { backend, recorder, service, storeAndLeave, deletedIds } = bench;
    await storeAndLeave();
    vi.spyOn(backend.actions, 'restore').mockRejectedValueOnce(gone);
    await service.edits.deleteRecordings([unsentId, recordingId]);
    await expect(service.edits.undoDelete()).rejects.toThrow(gone);
    expect(deletedIds()).toEqual([recordingId]);
    await service.edits.undoDelete();
    expect(deletedIds()).toEqual([]);
    expect(service.store.getState().items.map(({ meta }) => meta.recordingId)).toEqual([
      unsentId,
      recordingId,
    ]);
    expect(await recorder.listLocal()).toMatchObject([{ meta: { recordingId: unsentId } }]);
  });

  it('is kept once it was brought back, whatever is given up of the others', async () => {
    const { backend, recorder, service, storeAndLeave } = bench;
    await storeAndLeave();
    vi.spyOn(backend.actions, 'restore').mockRejectedValueOnce(gone);
    await service.edits.deleteRecordings([unsentId, recordingId]);
    await expect(service.edits.undoDelete()).rejects.toThrow(gone);
    service.edits.forgetDeleted();
    expect(await recorder.listLocal()).toMatchObject([{ meta: { recordingId: unsentId } }]);
  });

  it('comes back with what was deleted at the same time', async () => {
    const { service, storeAndLeave, deletedIds } = bench;
    await storeAndLeave();
    await Promise.all([recordingId, unsentId].map((id) => service.edits.deleteRecordings([id])));
    expect(deletedIds()).toEqual([recordingId, unsentId]);
    await service.edits.undoDelete();
    expect(service.store.getState().items).toHaveLength(2);
  });

  it('comes back from the store, also where this device keeps its copy all the same', async () => {
    const locked = new PhoneError({ code: 'recording/storage-failed' });
    const { service, newest, store } = setUp(
      { deleteLocal: () => Promise.reject(locked) },
      undefined,
      'always',
    );
    await store();
    await expect(service.edits.deleteRecordings([recordingId])).rejects.toThrow(locked);
    expect(newest()).toBeUndefined();
    await service.edits.undoDelete();
    expect(newest()?.meta.recordingId).toBe(recordingId);
  });

  it('need not be brought back', async () => {
    const { service, store } = bench;
    await store();
    await service.edits.deleteRecordings([recordingId]);
    service.edits.forgetDeleted();
    expect(service.store.getState().deleted).toEqual([]);
  });
});

describe('why a recording cannot be played', () => {
  it('is that its file is gone, from the store or from this device', async () => {
    const { recorder, service, leave } = bench;
    await leave();
    expect(await service.edits.whyNotPlayable(recordingId)).toBeNull();
    await recorder.deleteLocal(recordingId);
    expect(await service.edits.whyNotPlayable(recordingId)).toMatchObject({ code: 'recording/file-gone' });
    bench = setUp();
    await bench.store();
    expect(await bench.service.edits.whyNotPlayable(recordingId)).toBeNull();
    bench.backend.forget(recordingId);
    expect(await bench.service.edits.whyNotPlayable(recordingId)).toMatchObject({
      code: 'recording/file-gone',
    });
  });
});

it('asks the store again for what it was given while it was asked', async () => {
  let answer = (): void => undefined;
  const answered = new Promise<void>((resolve) => (answer = resolve));
  const answerLate = (stored: StoredRecordingsPort): StoredRecordingsPort => ({
    ...stored,
    async list() {
      const recordings = await stored.list();
      await answered;
      return recordings;
    },
  });
  const { backend, recorder, service, newest, untilNewestIs } = setUp({}, answerLate);
  recorder.addLocal(buildRecordingMeta({ recordingId }), 1000);
  void service.refresh();
  await untilNewestIs('sending');
  backend.accept();
  await vi.waitFor(async () => expect(await recorder.listLocal()).toEqual([]));
  answer();
  await vi.waitFor(() => expect(newest()?.allows).toContain('delete'));
});

it('tells that this device keeps nothing, and that it does again', async () => {
  const { recorder, service } = bench;
  const listLocal = vi.spyOn(recorder, 'listLocal').mockRejectedValueOnce(new Error('switched off'));
  await service.refresh();
  expect(service.store.getState().deviceError).not.toBeNull();
  await service.refresh();
  expect(service.store.getState().deviceError).toBeNull();
  expect(listLocal).toHaveBeenCalledTimes(2);
});
