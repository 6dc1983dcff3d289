import { beforeEach, describe, expect, it, vi } from 'vitest';
import { PhoneError } from '#core/errors/phone-error.ts';
import { asRecordingId } from '#core/shared/ids.ts';
import type { StoredRecordingsPort } from '#core/upload/stored-recording.ts';
import type { FakeRecorder } from '#testing/fake-recorder.ts';
import { createRecordingBench, createRecordingDevice } from '#testing/recording-bench.ts';
import { buildRecordingMeta } from '#testing/recording-builders.ts';
import type { KeepLocal } from './keep-local.ts';
import { canTakeNotes } from './recording-edits.ts';

const recordingId = asRecordingId('recording-1');
const unsentId = asRecordingId('recording-2');

function setUp(
  keepLocal: KeepLocal = 'until-stored',
  changes: Partial<FakeRecorder> = {},
  changeStore: (stored: StoredRecordingsPort) => StoredRecordingsPort = (stored) => stored,
) {
  const device = createRecordingDevice();
  const recorder = { ...device.recorder, ...changes };
  const { backend } = device;
  const { service } = createRecordingBench(
    { recorder, keepLocal, stored: changeStore(backend.stored) },
    device,
  );
  const item = () => service.store.getState().items[0];
  const isIn = (phase: string) => vi.waitFor(() => expect(item()?.progress.phase).toBe(phase));
  /** A recording that waits on this device to be sent. */
  const leave = async () => {
    recorder.addLocal(buildRecordingMeta({ recordingId }), 1000);
    await service.refresh();
    await isIn('sending');
  };
  /** One that the store has. */
  const store = async () => {
    await leave();
    backend.accept();
    await isIn('stored');
    await vi.waitFor(() => expect(item()?.allows).toContain('delete'));
  };
  /** One that the store has, and one that waits on this device. */
  const storeAndLeave = async () => {
    await store();
    recorder.addLocal(buildRecordingMeta({ recordingId: unsentId, startedAtMs: 1_800_000_000_000 }), 1000);
    await service.refresh();
    await isIn('sending');
  };
  const deletedIds = () => service.store.getState().deleted.map(({ meta }) => meta.recordingId);
  return { recorder, backend, service, item, isIn, leave, store, storeAndLeave, deletedIds };
}

const gone = new PhoneError({ code: 'recording/file-gone' });

let bench = setUp();
beforeEach(() => {
  bench = setUp();
});

describe('a recording that is deleted', () => {
  it('is taken out of the store, and brought back', async () => {
    const { backend, service, item, store } = bench;
    await store();
    await service.edits.deleteRecordings([recordingId]);
    expect(item()).toBeUndefined();
    expect(await backend.stored.list()).toEqual([]);
    expect(service.store.getState().deleted).toHaveLength(1);
    await service.edits.undoDelete();
    expect(item()?.meta.recordingId).toBe(recordingId);
    expect(service.store.getState().deleted).toEqual([]);
  });

  it('on this device is neither sent nor seen any more, until it is brought back', async () => {
    const { backend, recorder, service, item, isIn, leave } = bench;
    await leave();
    await service.edits.deleteRecordings([recordingId]);
    expect(item()).toBeUndefined();
    await service.refresh();
    expect(item()).toBeUndefined();
    expect(await recorder.listLocal()).toEqual([]);
    await service.edits.undoDelete();
    await isIn('sending');
    backend.accept();
    await isIn('stored');
  });

  it('on this device is sent after all where the device does not delete it, which is said', async () => {
    const locked = new PhoneError({ code: 'recording/storage-failed' });
    const { backend, service, isIn, leave } = setUp('until-stored', {
      trashLocal: () => Promise.reject(locked),
    });
    await leave();
    await expect(service.edits.deleteRecordings([recordingId])).rejects.toBe(locked);
    expect(service.store.getState().deleted).toEqual([]);
    await isIn('sending');
    expect(backend.attempts).toHaveLength(2);
    backend.accept();
    await isIn('stored');
  });

  it('stays where the store does not delete it', async () => {
    const { backend, service, item, store } = bench;
    await store();
    backend.forget(recordingId);
    await expect(service.edits.deleteRecordings([recordingId])).rejects.toMatchObject({
      detail: { code: 'recording/file-gone' },
    });
    expect(item()).toBeDefined();
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
    const { service, item, store } = setUp('always', { deleteLocal: () => Promise.reject(locked) });
    await store();
    await expect(service.edits.deleteRecordings([recordingId])).rejects.toThrow(locked);
    expect(item()).toBeUndefined();
    await service.edits.undoDelete();
    expect(item()?.meta.recordingId).toBe(recordingId);
  });

  it('need not be brought back', async () => {
    const { service, store } = bench;
    await store();
    await service.edits.deleteRecordings([recordingId]);
    service.edits.forgetDeleted();
    expect(service.store.getState().deleted).toEqual([]);
  });
});

describe('notes', () => {
  it('that were written before it was sent go with it', async () => {
    const { backend, service, item, isIn, leave } = bench;
    await leave();
    await service.edits.setNotes(recordingId, ' about the invoice ');
    expect(item()?.notes).toBe('about the invoice');
    backend.accept();
    await isIn('stored');
    await vi.waitFor(async () =>
      expect(await backend.stored.list()).toMatchObject([{ notes: 'about the invoice' }]),
    );
    await vi.waitFor(() => expect(item()?.notes).toBe('about the invoice'));
  });

  /** Notes that the store refuses, with a copy that would go otherwise. */
  const refuse = async () => {
    const { backend, service, item, isIn, leave } = bench;
    await leave();
    await service.edits.setNotes(recordingId, 'about the invoice');
    const refused = new PhoneError({ code: 'upload/refused', details: 'HTTP 405' });
    const setNotes = vi.spyOn(backend.actions, 'setNotes').mockRejectedValue(refused);
    backend.accept();
    await isIn('stored');
    await vi.waitFor(() => expect(item()?.notesRefused).toBe(true));
    return setNotes;
  };

  it('that the store refuses hold nothing up, and stay with the copy on this device', async () => {
    await refuse();
    const { backend, recorder, service, item } = bench;
    await service.refresh();
    expect(await backend.stored.list()).toHaveLength(1);
    expect(item()).toMatchObject({ notes: 'about the invoice', localCopy: { endsAtMs: null } });
    const [copy] = await recorder.listLocal();
    expect(copy).toMatchObject({ notes: 'about the invoice', receipt: { notesRefused: true } });
  });

  it('that the store refused are kept anew when they are changed, and are its own once it takes them', async () => {
    const setNotes = await refuse();
    const { backend, recorder, service, item } = bench;
    await expect(service.edits.setNotes(recordingId, 'shorter')).rejects.toThrow(PhoneError);
    expect((await recorder.listLocal())[0]?.notes).toBe('shorter');
    expect(item()).toMatchObject({ notes: 'shorter', notesRefused: true });
    setNotes.mockRestore();
    await service.edits.setNotes(recordingId, 'shorter');
    expect(await backend.stored.list()).toMatchObject([{ notes: 'shorter' }]);
    expect(item()).toMatchObject({ notes: 'shorter', notesRefused: false });
    expect(await recorder.listLocal()).toEqual([]);
  });

  it('that the store cannot take now stay with the copy until it can', async () => {
    const { backend, recorder, service, isIn, leave } = bench;
    await leave();
    await service.edits.setNotes(recordingId, 'about the invoice');
    const away = new PhoneError({ code: 'upload/server-unreachable' });
    const setNotes = vi.spyOn(backend.actions, 'setNotes').mockRejectedValueOnce(away);
    backend.accept();
    await isIn('stored');
    await vi.waitFor(() => expect(setNotes).toHaveBeenCalledOnce());
    expect(await recorder.listLocal()).toHaveLength(1);
    await service.resumeLocal();
    expect(await backend.stored.list()).toMatchObject([{ notes: 'about the invoice' }]);
    expect(await recorder.listLocal()).toEqual([]);
  });

  it('of a copy that was kept are there on the next page, too', async () => {
    const { recorder, service, item } = setUp('always');
    recorder.addLocal(buildRecordingMeta({ recordingId }), 1000);
    await recorder.keepNotes(recordingId, 'call back');
    await recorder.keepReceipt(recordingId, {
      atMs: 1,
      url: 'https://store.example.com/recordings/1',
      compared: true,
    });
    await service.refresh();
    expect(item()).toMatchObject({ progress: { phase: 'stored' }, notes: 'call back' });
  });

  it('are not asked for where they cannot be kept: beside nothing but files', async () => {
    const { service, leave } = setUp('until-stored', {}, (stored) => ({ ...stored, actions: null }));
    await leave();
    expect(service.store.getState().items.map(canTakeNotes)).toEqual([false]);
    await expect(service.edits.setNotes(recordingId, 'call back')).rejects.toThrow(PhoneError);
  });

  it('of a stored one are the store’s', async () => {
    const { backend, service, item, store } = bench;
    await store();
    await service.edits.setNotes(recordingId, 'call back');
    expect(await backend.stored.list()).toMatchObject([{ notes: 'call back' }]);
    expect(item()?.notes).toBe('call back');
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
  const { backend, recorder, service, item, isIn } = setUp('until-stored', {}, answerLate);
  recorder.addLocal(buildRecordingMeta({ recordingId }), 1000);
  void service.refresh();
  await isIn('sending');
  backend.accept();
  await vi.waitFor(async () => expect(await recorder.listLocal()).toEqual([]));
  answer();
  await vi.waitFor(() => expect(item()?.allows).toContain('delete'));
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
