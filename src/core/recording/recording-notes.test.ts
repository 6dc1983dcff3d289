import { beforeEach, describe, expect, it, vi } from 'vitest';
import { PhoneError } from '#core/errors/phone-error.ts';
import { asRecordingId } from '#core/shared/ids.ts';
import { createRecordingBench, createRecordingDevice } from '#testing/recording-bench.ts';
import { buildRecordingMeta } from '#testing/recording-builders.ts';
import type { RecorderPort } from './recorder-port.ts';
import { canTakeNotes } from './recording-edits.ts';

const recordingId = asRecordingId('recording-1');

let bench = createRecordingBench();
beforeEach(() => {
  bench = createRecordingBench();
});

describe('notes', () => {
  it('that were written before it was sent go with it', async () => {
    const { backend, service, newest, untilNewestIs, leave } = bench;
    await leave();
    await service.edits.setNotes(recordingId, ' about the invoice ');
    expect(newest()?.notes).toBe('about the invoice');
    backend.accept();
    await untilNewestIs('stored');
    await vi.waitFor(async () =>
      expect(await backend.stored.list()).toMatchObject([{ notes: 'about the invoice' }]),
    );
    await vi.waitFor(() => expect(newest()?.notes).toBe('about the invoice'));
  });

  /** Notes that the store refuses, with a copy that would go otherwise. */
  const refuse = async () => {
    const { backend, service, newest, untilNewestIs, leave } = bench;
    await leave();
    await service.edits.setNotes(recordingId, 'about the invoice');
    const refused = new PhoneError({ code: 'upload/refused', details: 'HTTP 405' });
    const setNotes = vi.spyOn(backend.actions, 'setNotes').mockRejectedValue(refused);
    backend.accept();
    await untilNewestIs('stored');
    await vi.waitFor(() => expect(newest()?.notesRefused).toBe(true));
    return setNotes;
  };

  it('that the store refuses hold nothing up, and stay with the copy on this device', async () => {
    await refuse();
    const { backend, recorder, service, newest } = bench;
    await service.refresh();
    expect(await backend.stored.list()).toHaveLength(1);
    expect(newest()).toMatchObject({ notes: 'about the invoice', localCopy: { endsAtMs: null } });
    const [copy] = await recorder.listLocal();
    expect(copy).toMatchObject({ notes: 'about the invoice', receipt: { notesRefused: true } });
  });

  it('that the store refused are kept anew when they are changed, and are its own once it takes them', async () => {
    const setNotes = await refuse();
    const { backend, recorder, service, newest } = bench;
    await expect(service.edits.setNotes(recordingId, 'shorter')).rejects.toThrow(PhoneError);
    expect((await recorder.listLocal())[0]?.notes).toBe('shorter');
    expect(newest()).toMatchObject({ notes: 'shorter', notesRefused: true });
    setNotes.mockRestore();
    await service.edits.setNotes(recordingId, 'shorter');
    expect(await backend.stored.list()).toMatchObject([{ notes: 'shorter' }]);
    expect(newest()).toMatchObject({ notes: 'shorter', notesRefused: false });
    expect(await recorder.listLocal()).toEqual([]);
  });

  it('that the store cannot take now stay with the copy until it can', async () => {
    const { backend, recorder, service, untilNewestIs, leave } = bench;
    await leave();
    await service.edits.setNotes(recordingId, 'about the invoice');
    const away = new PhoneError({ code: 'upload/server-unreachable' });
    const setNotes = vi.spyOn(backend.actions, 'setNotes').mockRejectedValueOnce(away);
    backend.accept();
    await untilNewestIs('stored');
    await vi.waitFor(() => expect(setNotes).toHaveBeenCalledOnce());
    expect(await recorder.listLocal()).toHaveLength(1);
    await service.resumeLocal();
    expect(await backend.stored.list()).toMatchObject([{ notes: 'about the invoice' }]);
    expect(await recorder.listLocal()).toEqual([]);
  });

  /** A page on whose device notes wait before they are kept. */
  const keepLate = () => {
    const device = createRecordingDevice();
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    const keepNotes: RecorderPort['keepNotes'] = async (id, notes) => {
      if (notes === 'new') await released;
      await device.recorder.keepNotes(id, notes);
    };
    const page = createRecordingBench({ recorder: { ...device.recorder, keepNotes } }, device);
    return { ...page, release };
  };

  it('that are kept while the recording arrives at the store are sent there, also when its copy is gone', async () => {
    const { backend, service, newest, untilCopyGone, leave, release } = keepLate();
    await leave();
    const kept = service.edits.setNotes(recordingId, 'new');
    backend.accept();
    await untilCopyGone();
    release();
    await kept;
    expect(await backend.stored.list()).toMatchObject([{ notes: 'new' }]);
    expect(newest()?.notes).toBe('new');
  });

  it('that are kept while those before are on their way are sent, too', async () => {
    const { backend, service, leave, release } = keepLate();
    await leave();
    await service.edits.setNotes(recordingId, 'old');
    const kept = service.edits.setNotes(recordingId, 'new');
    const { setNotes } = backend.actions;
    let arrive = (): void => undefined;
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    const send = vi.spyOn(backend.actions, 'setNotes').mockImplementation(async (url, notes) => {
      if (notes === 'old') await arrived;
      await setNotes(url, notes);
    });
    backend.accept();
    await vi.waitFor(() => expect(send).toHaveBeenCalledOnce());
    release();
    arrive();
    await kept;
    expect(await backend.stored.list()).toMatchObject([{ notes: 'new' }]);
  });

  it('of a copy that was kept are there on the next page, too', async () => {
    const { recorder, service, newest } = createRecordingBench({ keepLocal: 'always' });
    recorder.addLocal(buildRecordingMeta({ recordingId }), 1000);
    await recorder.keepNotes(recordingId, 'call back');
    await recorder.keepReceipt(recordingId, {
      atMs: 1,
      url: 'https://store.example.com/recordings/1',
      compared: true,
    });
    await service.refresh();
    expect(newest()).toMatchObject({ progress: { phase: 'stored' }, notes: 'call back' });
  });

  it('are not asked for where they cannot be kept: beside nothing but files', async () => {
    const device = createRecordingDevice();
    const { service, leave } = createRecordingBench(
      { stored: { ...device.backend.stored, actions: null } },
      device,
    );
    await leave();
    expect(service.store.getState().items.map(canTakeNotes)).toEqual([false]);
    await expect(service.edits.setNotes(recordingId, 'call back')).rejects.toThrow(PhoneError);
  });

  it('of a stored one are the store’s', async () => {
    const { backend, service, newest, store } = bench;
    await store();
    await service.edits.setNotes(recordingId, 'call back');
    expect(await backend.stored.list()).toMatchObject([{ notes: 'call back' }]);
    expect(newest()?.notes).toBe('call back');
  });
});
