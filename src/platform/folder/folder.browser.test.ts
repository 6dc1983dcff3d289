import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { asRecordingId, type RecordingId } from '#core/shared/ids.ts';
import { silentLogger } from '#core/shared/logger.ts';
import type { FolderPick } from '#testing/fake-folder.ts';
import { createFakeRecorder, tappedFrames } from '#testing/fake-recorder.ts';
import { describeFolderContract } from '#testing/folder-contract.ts';
import { buildRecordingMeta } from '#testing/recording-builders.ts';
import { createChosenFolder } from './chosen-folder.ts';
import { createFolderStored, createFolderUpload } from './folder-upload.ts';

/** The origin's own folders have the same handles as those of the device, and need nobody to pick them. */
const openFolder = async (name: string) =>
  (await navigator.storage.getDirectory()).getDirectoryHandle(name, { create: true });

let pick: FolderPick = 'dismissed';
const nextPick = (next: FolderPick) => {
  pick = next;
};
let permission: PermissionState = 'granted';

beforeEach(async () => {
  nextPick('dismissed');
  permission = 'granted';
  vi.stubGlobal('showDirectoryPicker', () => {
    if (pick === 'dismissed') return Promise.reject(new DOMException('Closed.', 'AbortError'));
    return pick === 'refused'
      ? Promise.reject(new DOMException('No click.', 'SecurityError'))
      : openFolder(pick.name);
  });
  const answer = () => Promise.resolve(permission);
  const prototype = FileSystemHandle.prototype as unknown as Record<string, typeof answer>;
  vi.spyOn(prototype, 'queryPermission').mockImplementation(answer);
  vi.spyOn(prototype, 'requestPermission').mockImplementation(() => {
    permission = 'granted';
    return answer();
  });
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  const root = await navigator.storage.getDirectory();
  for (const name of ['Calls', 'Other calls']) {
    await root.removeEntry(name, { recursive: true }).catch(() => undefined);
  }
  // Pages of other tests would go on trying to save their recordings there.
  await new Promise((resolve, reject) => {
    const deleting = indexedDB.deleteDatabase('folders');
    deleting.addEventListener('success', resolve);
    deleting.addEventListener('error', reject);
  });
});

describeFolderContract(() =>
  Promise.resolve({
    folder: createChosenFolder(silentLogger),
    nextPick,
    reopenLocked() {
      permission = 'prompt';
      return Promise.resolve(createChosenFolder(silentLogger));
    },
  }),
);

it('is none where the browser has no dialog for it', async () => {
  vi.stubGlobal('showDirectoryPicker', undefined);
  const folder = createChosenFolder(silentLogger);
  expect(folder.store.getState()).toEqual({ phase: 'unsupported' });
  await folder.choose();
  await folder.allow();
  await expect(folder.handle()).rejects.toMatchObject({ detail: { code: 'folder/unsupported' } });
});

it('is found by a page that was open when another one chose it', async () => {
  const other = createChosenFolder(silentLogger);
  await expect(other.handle()).rejects.toMatchObject({ detail: { code: 'folder/not-chosen' } });
  nextPick({ name: 'Calls' });
  await createChosenFolder(silentLogger).choose();
  expect((await other.handle()).name).toBe('Calls');
  expect(other.store.getState()).toEqual({ phase: 'ready', name: 'Calls' });
});

describe('a recording that is saved to a folder', () => {
  const recordingId = asRecordingId('recording-1');
  const content = new Blob([new Uint8Array(20_000_000).fill(3)]);

  async function setUp(
    readFile: (id: RecordingId, suffix: '.wav' | '.sn3') => Promise<Blob | null> = () =>
      Promise.resolve(content),
  ) {
    const folder = createChosenFolder(silentLogger);
    const recorder = createFakeRecorder();
    recorder.addLocal(buildRecordingMeta({ recordingId }), 1000);
    const [file] = await recorder.listLocal();
    if (file === undefined) throw new Error('there is no file');
    const nameOf = () => '2026-11-23 20.38 Bob.wav';
    const upload = createFolderUpload({ folder, readFile, nameOf });
    return { folder, file, upload, stored: createFolderStored(folder) };
  }
  const choose = (folder: { readonly choose: () => Promise<void> }) => {
    nextPick({ name: 'Calls' });
    return folder.choose();
  };
  const savedBytes = async () => {
    const handle = await (await openFolder('Calls')).getFileHandle('2026-11-23 20.38 Bob.wav');
    return (await handle.getFile()).size;
  };

  it('is whole there, tells how far it is, and can be had back', async () => {
    const { folder, file, upload, stored } = await setUp();
    await choose(folder);
    const sent: number[] = [];
    const saved = await upload.upload(file, ({ sentBytes }) => sent.push(sentBytes));
    expect(saved).toMatchObject({ objectKey: '2026-11-23 20.38 Bob.wav', bytes: content.size });
    expect(sent.length).toBeGreaterThan(1);
    expect(sent.at(-1)).toBe(content.size);
    expect(await savedBytes()).toBe(content.size);

    const opened = await stored.open?.(saved.url);
    const back = await (await fetch(opened?.url ?? '')).blob();
    expect(back.size).toBe(content.size);
    opened?.release();
    expect(await stored.list()).toEqual([]);
  });

  it('has its encoded frames beside it, with what they are', async () => {
    const packets = new Blob([new Uint8Array(tappedFrames.byteLength).fill(7)]);
    const { folder, file, upload, stored } = await setUp((_id, suffix) =>
      Promise.resolve(suffix === '.sn3' ? packets : content),
    );
    await choose(folder);
    const saved = await upload.upload({ ...file, sn3: tappedFrames }, () => undefined);
    const opened = await stored.open?.(saved.sn3Url ?? '');
    expect((await (await fetch(opened?.url ?? '')).blob()).size).toBe(packets.size);
    const beside = await (await openFolder('Calls')).getFileHandle('2026-11-23 20.38 Bob.sn3.txt');
    expect(await (await beside.getFile()).text()).toBe('0=0:PCMU/8000/1@3\n');
  });

  it('is not taken for whole where the folder gives back other bytes', async () => {
    const { folder, file, upload } = await setUp();
    await choose(folder);
    const [half, other] = [content.slice(0, 10_000_000), new Blob([new Uint8Array(10_000_000).fill(4)])];
    const damaged = new File([half, other], 'damaged');
    const read = vi.spyOn(FileSystemFileHandle.prototype, 'getFile').mockResolvedValue(damaged);
    const failed = { detail: { code: 'folder/write-failed' } };
    await expect(upload.upload(file, () => undefined)).rejects.toMatchObject(failed);
    read.mockRestore();
    expect(await upload.upload(file, () => undefined)).toMatchObject({ isCompared: true });
  });

  it('can be compared later, where an earlier version had not', async () => {
    const { folder, file, upload } = await setUp();
    await choose(folder);
    const absent = { detail: { code: 'upload/not-accepted' } };
    await expect(upload.compare(file, '')).rejects.toMatchObject(absent);
    await upload.upload(file, () => undefined);
    expect(await upload.compare(file, '')).toMatchObject({ isCompared: true });
    const shorter = await setUp(() => Promise.resolve(content.slice(1)));
    await shorter.folder.handle();
    const other = { detail: { code: 'upload/refused' } };
    await expect(shorter.upload.compare(file, '')).rejects.toMatchObject(other);
  });

  it('can be saved again', async () => {
    const { folder, file, upload } = await setUp();
    await choose(folder);
    await upload.upload(file, () => undefined);
    await upload.upload(file, () => undefined);
    expect(await savedBytes()).toBe(content.size);
  });

  it('is not, before the person has chosen one and while the browser wants to ask again', async () => {
    const { folder, file, upload } = await setUp();
    const attempt = () => upload.upload(file, () => undefined);
    await expect(attempt()).rejects.toMatchObject({ detail: { code: 'folder/not-chosen' } });
    await choose(folder);
    permission = 'prompt';
    await expect(attempt()).rejects.toMatchObject({ detail: { code: 'folder/locked' } });
    expect(folder.store.getState()).toEqual({ phase: 'locked', name: 'Calls' });
    await folder.allow();
    await attempt();
    expect(await savedBytes()).toBe(content.size);
  });

  it('is not, where the folder is gone', async () => {
    const { folder, file, upload, stored } = await setUp();
    await choose(folder);
    await (await navigator.storage.getDirectory()).removeEntry('Calls', { recursive: true });
    const failed = { detail: { code: 'folder/write-failed' } };
    await expect(upload.upload(file, () => undefined)).rejects.toMatchObject(failed);
    await expect(stored.open?.('gone.wav')).rejects.toMatchObject(failed);
  });

  it('is not, when its own file is gone', async () => {
    const { folder, file, upload } = await setUp(() => Promise.resolve(null));
    await choose(folder);
    await expect(upload.upload(file, () => undefined)).rejects.toMatchObject({
      detail: { code: 'recording/storage-failed' },
    });
  });

  it('has no content there when it is cancelled', async () => {
    const { folder, file, upload } = await setUp();
    await choose(folder);
    const attempt = upload.upload(file, () => upload.cancel(recordingId));
    await expect(attempt).rejects.toMatchObject({ detail: { code: 'upload/cancelled' } });
    expect(await savedBytes()).toBe(0);
    upload.cancel(recordingId);
  });
});
