import { describe, expect, it, vi } from 'vitest';
import { createFakeStore } from '#testing/fake-upload.ts';
import { createFakeRecorder } from '#testing/fake-recorder.ts';
import { buildRecordingMeta } from '#testing/recording-builders.ts';
import { asRecordingId } from '../shared/ids.ts';
import { createUploadToBoth } from './upload-to-both.ts';

const recordingId = asRecordingId('recording-1');

async function setUp() {
  const recorder = createFakeRecorder();
  recorder.addLocal(buildRecordingMeta({ recordingId }), 1000);
  const [file] = await recorder.listLocal();
  if (file === undefined) throw new Error('there is no file');
  const [folder, store] = [createFakeStore(), createFakeStore()];
  const both = createUploadToBoth(folder.upload, store.upload);
  const begun = (place: typeof store, attempts: number) =>
    vi.waitFor(() => expect(place.attempts).toHaveLength(attempts));
  return { file, folder, store, both, begun };
}

describe('createUploadToBoth', () => {
  it('brings a recording to the first and then to the last, which tells of it', async () => {
    const { file, folder, store, both, begun } = await setUp();
    const progress = vi.fn<() => void>();
    const uploaded = both.upload(file, progress);
    folder.progress({ sentBytes: 1, totalBytes: 2 });
    folder.accept();
    await begun(store, 1);
    store.progress({ sentBytes: 2, totalBytes: 3 });
    store.accept();
    expect(await uploaded).toMatchObject({ objectKey: recordingId, isCompared: true });
    expect(progress.mock.calls).toEqual([[{ sentBytes: 2, totalBytes: 3 }]]);
  });

  it('does again only what has failed', async () => {
    const { file, folder, store, both, begun } = await setUp();
    const first = both.upload(file, () => undefined);
    folder.fail('folder/locked');
    await begun(store, 1);
    store.accept();
    await expect(first).rejects.toMatchObject({ detail: { code: 'folder/locked' } });

    const second = both.upload(file, () => undefined);
    folder.accept();
    expect(await second).toMatchObject({ objectKey: recordingId });
    expect([folder.attempts.length, store.attempts.length]).toEqual([2, 1]);
  });

  it('has compared a recording only when both places have', async () => {
    for (const compared of [
      [true, false],
      [false, true],
    ] as const) {
      const { file, folder, store, both, begun } = await setUp();
      const uploaded = both.upload(file, () => undefined);
      folder.accept(compared[0]);
      await begun(store, 1);
      store.accept(compared[1]);
      expect(await uploaded).toMatchObject({ isCompared: false });
    }
  });

  it('has compared later what both have', async () => {
    const { file, folder, store, both } = await setUp();
    const comparing = both.compare(file, 'https://store.example.com/1');
    folder.accept();
    await vi.waitFor(() => expect(store.comparisons).toEqual([recordingId]));
    store.accept();
    expect(await comparing).toMatchObject({ url: 'https://store.example.com/1', isCompared: true });

    const refused = both.compare(file, 'https://store.example.com/1');
    folder.fail('upload/refused');
    await expect(refused).rejects.toMatchObject({ detail: { code: 'upload/refused' } });
    expect(store.comparisons).toHaveLength(1);
  });

  it('sends ahead to both', async () => {
    const { file, folder, store, both } = await setUp();
    const sending = both.sendAhead(file.meta);
    folder.accept();
    await vi.waitFor(() => expect(store.ahead).toHaveLength(1));
    store.accept();
    await sending;
    expect(folder.ahead).toHaveLength(1);
  });

  it('is not there before the last one has it, which says why', async () => {
    const { file, folder, store, both, begun } = await setUp();
    const first = both.upload(file, () => undefined);
    folder.fail('folder/locked');
    await begun(store, 1);
    store.fail('upload/server-unreachable');
    await expect(first).rejects.toMatchObject({ detail: { code: 'upload/server-unreachable' } });
  });

  it('goes nowhere else once it is cancelled, and everywhere again when it was discarded', async () => {
    const { file, folder, store, both, begun } = await setUp();
    const first = both.upload(file, () => undefined);
    folder.accept();
    await begun(store, 1);
    both.cancel(recordingId);
    await expect(first).rejects.toMatchObject({ detail: { code: 'upload/cancelled' } });

    await both.discard(recordingId);
    const second = both.upload(file, () => undefined);
    both.cancel(recordingId);
    await expect(second).rejects.toMatchObject({ detail: { code: 'upload/cancelled' } });
    expect([folder.attempts.length, store.attempts.length]).toEqual([2, 1]);
    expect([folder.discarded, store.discarded]).toEqual([[recordingId], [recordingId]]);
  });
});
