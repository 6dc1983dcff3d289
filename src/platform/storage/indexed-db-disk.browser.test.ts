import { openDB } from 'idb';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { parseWavHeader } from '#core/recording/wav.ts';
import { setOriginQuota } from '#testing/origin-quota.ts';
import { describeRecorderContract } from '#testing/recorder-contract.ts';
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
import RecordingWorker from '#testing/refused-recording.worker.ts?worker';
import type { StorageRefusal } from '#testing/refuse-storage.ts';
import { toneDbfs } from '#testing/tones.ts';
import { openIndexedDbDisk } from './indexed-db-disk.ts';
import { createWavAppender } from './wav-appender.ts';

const spawn = (refusal: StorageRefusal) => () => new RecordingWorker({ name: refusal });
const open = (refusal: StorageRefusal = 'no writing') => openRecorder(spawn(refusal));

/** A few seconds of sound, and what the database needs for itself. */
const roomBytes = 1_000_000;

/** Whether a database of this origin takes no more than there is room for. */
async function isQuotaHeeded(): Promise<boolean> {
  const database = await openDB('probe', 1, { upgrade: (made) => void made.createObjectStore('probe') });
  try {
    await database.put('probe', new Uint8Array(roomBytes * 2), 'probe');
    await database.clear('probe');
    return false;
  } catch {
    return true;
  } finally {
    database.close();
  }
}

beforeAll(async () => {
  const { usage = 0 } = await navigator.storage.estimate();
  await setOriginQuota(usage + roomBytes);
  // Chromium asks for the quota when a database is opened, and believes the answer for half a minute: also of another file's.
  await vi.waitUntil(isQuotaHeeded, { timeout: 60_000, interval: 1000 });
  await cleanRecordings(spawn('no writing'));
}, 90_000);
afterEach(closeRecorders);

/** What the next page finds, once the worker of the one before is gone. */
const listNext = async () => {
  const { recorder } = open();
  await expect.poll(async () => (await recorder.listLocal()).length, { timeout: 5000 }).toBe(1);
  const [file] = await recorder.listLocal();
  if (file === undefined) throw new Error('the recording is gone');
  return { recorder, file };
};

describe('a recording on a full disk', () => {
  it('ends with what fits', async () => {
    const format = { sampleRateHz, channels: 2 } as const;
    const disk = await openIndexedDbDisk();
    const appender = await createWavAppender(await disk.open('full.wav', { create: true }), format);
    const second = new Uint8Array(sampleRateHz * 4).fill(7);
    appender.append(second);
    // The database says later that it has no room for it.
    appender.append(new Uint8Array(roomBytes * 20));
    await vi.waitFor(
      () =>
        expect(() => appender.append(second)).toThrow(
          expect.objectContaining({ detail: expect.objectContaining({ code: 'recording/storage-full' }) }),
        ),
      { timeout: 15_000 },
    );
    expect(await appender.finish()).toBe(second.byteLength);

    const file = await disk.read('full.wav');
    const bytes = new Uint8Array((await file?.arrayBuffer()) ?? new ArrayBuffer());
    expect(parseWavHeader(bytes)).toEqual({ ...format, dataBytes: second.byteLength });
    expect(bytes.slice(44)).toEqual(second);
    await disk.remove('full.wav');
    await setOriginQuota();
  });
});

describeRecorderContract(() => open().recorder, recordFor);

describe('a recording in IndexedDB', () => {
  it('is repaired when its page has died', async () => {
    const { recorder, kill } = open();
    await recorder.begin(newMeta(), mustNotFail, [[], [openTone(1000)]]);
    await recordFor(1500);
    kill();

    const next = await listNext();
    const { meta, durationMs } = next.file;
    expect(meta.ending).toBe('recovered');
    expect(durationMs).toBeGreaterThan(1300);
    const bytes = await next.file.read(0, next.file.byteLength);
    expect(parseWavHeader(bytes)?.dataBytes).toBe(bytes.byteLength - 44);
    const { right } = await readChannels(next.file);
    expect(toneDbfs(right.subarray(sampleRateHz / 4), sampleRateHz, 1000)).toBeGreaterThan(-12);
    await next.recorder.deleteLocal(meta.recordingId);
    expect(await (await openIndexedDbDisk()).list()).toEqual([]);
  });

  it.each<StorageRefusal>(['no folder', 'writing fails', 'every call answers later'])(
    'is one of a browser of which holds: %s; and it stays when that changes',
    async (refusal) => {
      const { recorder, kill } = open(refusal);
      const recording = await recorder.begin(newMeta(), mustNotFail);
      await recordFor(200);
      const { meta, byteLength } = await recording.finish();
      const { recordingId } = meta;
      const names = await (await openIndexedDbDisk()).list();
      expect(names.toSorted()).toEqual([
        `${recordingId}.journal`,
        `${recordingId}.peaks`,
        `${recordingId}.wav`,
      ]);
      kill();

      const next = openRecorder().recorder;
      await expect.poll(async () => (await next.listLocal()).length, { timeout: 5000 }).toBe(1);
      const [file] = await next.listLocal();
      expect(file).toMatchObject({ meta, byteLength });
      await next.deleteLocal(recordingId);
      expect(await (await openIndexedDbDisk()).list()).toEqual([]);
    },
  );

  it('is none where there is only a file system', async () => {
    const { recorder } = open('no database');
    const recording = await recorder.begin(newMeta(), mustNotFail);
    await recordFor(200);
    const { meta, byteLength } = await recording.finish();
    expect(await (await openIndexedDbDisk()).list()).toEqual([]);
    expect(await recorder.listLocal()).toMatchObject([{ byteLength }]);
    await recorder.deleteLocal(meta.recordingId);
  });
});
