import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { RecordingProgress } from '#core/recording/recording-item.ts';
import type { RecordingFile } from '#core/recording/recording-meta.ts';
import { asRecordingId } from '#core/shared/ids.ts';
import { createSerialQueue, type SerialQueue } from '#core/shared/serial-queue.ts';
import { createFakeClock } from '#testing/fake-clock.ts';
import { createFakeConnectivity } from '#testing/fake-connectivity.ts';
import { createFakeStore } from '#testing/fake-upload.ts';
import { buildRecordingMeta } from '#testing/recording-builders.ts';
import type { UploadOverview } from './upload-overview.ts';
import { createUploadQueue } from './upload-queue.ts';

const fileOf = (id: string, byteLength = 1000): RecordingFile => ({
  meta: buildRecordingMeta({ recordingId: asRecordingId(id) }),
  byteLength,
  durationMs: 1,
  receipt: null,
  sn3: null,
  read: () => Promise.reject(new Error('nobody reads this file')),
});

function setUp(turns: SerialQueue = createSerialQueue()) {
  const clock = createFakeClock();
  const connectivity = createFakeConnectivity();
  const store = createFakeStore();
  const progress = new Map<string, RecordingProgress>();
  const overviews: (UploadOverview | null)[] = [];
  const queue = createUploadQueue({
    upload: store.upload,
    clock,
    connectivity,
    turns,
    onProgress: (id, told) => progress.set(id, told),
    onComparison: () => undefined,
    onOverview: (overview) => overviews.push(overview),
  });
  const add = (id: string, byteLength?: number) => {
    const stored = queue.add(fileOf(id, byteLength));
    stored.catch(() => undefined);
    return stored;
  };
  const untilPhase = (id: string, phase: RecordingProgress['phase']) =>
    vi.waitFor(() => expect(progress.get(id)?.phase).toBe(phase));
  const phase = (id: string) => progress.get(id)?.phase;
  const overview = () => overviews.at(-1);
  const [first, second] = [asRecordingId('a'), asRecordingId('b')];
  return {
    clock,
    connectivity,
    store,
    queue,
    add,
    untilPhase,
    phase,
    progress,
    overview,
    overviews,
    first,
    second,
  };
}

let bench = setUp();
beforeEach(() => {
  bench = setUp();
});

describe('a file', () => {
  it('is sent again when it is added again after it was stored, and not before', async () => {
    const { add, store, untilPhase } = bench;
    expect(add('a')).toBe(add('a'));
    await untilPhase('a', 'sending');
    store.accept();
    await untilPhase('a', 'stored');
    void add('a');
    await untilPhase('a', 'sending');
    expect(store.attempts).toEqual(['a', 'a']);
  });
});

it.each(['upload/token-refused', 'upload/not-accepted'] as const)(
  'tries again by itself when the store says %s, ever more seldom, until it is stored',
  async (code) => {
    const { add, store, clock, untilPhase, progress } = bench;
    void add('a');
    for (const delayMs of [60_000, 120_000]) {
      await untilPhase('a', 'sending');
      store.fail(code);
      await untilPhase('a', 'waiting');
      const retryAtMs = clock.nowMs() + delayMs;
      expect(progress.get('a')).toEqual({ phase: 'waiting', error: { code }, retryAtMs });
      clock.advance(delayMs);
    }
    await untilPhase('a', 'sending');
    store.accept();
    await untilPhase('a', 'stored');
  },
);

it('a file whose comparison is awaited is sent instead when it is added once more', async () => {
  const { store, queue, add, untilPhase } = bench;
  const url = 'https://store.example.com/recordings/a';
  const compared = queue.compare(fileOf('a'), url, false);
  await vi.waitFor(() => expect(store.comparisons).toHaveLength(1));
  void add('a');
  await expect(compared).rejects.toMatchObject({ detail: { code: 'recording/storage-failed' } });
  await untilPhase('a', 'sending');
  expect(store.attempts).toEqual(['a']);
  const uploaded = queue.compare(fileOf('a'), url, false);
  store.accept();
  expect(await uploaded).toMatchObject({ objectKey: 'a' });
  expect(store.comparisons).toHaveLength(1);
});

describe('cancel', () => {
  it('ends the attempt under way, until the person retries', async () => {
    const { add, queue, store, untilPhase, progress, clock, connectivity, first } = bench;
    const stored = add('a');
    await untilPhase('a', 'sending');
    queue.cancel(first);
    await untilPhase('a', 'waiting');
    expect(progress.get('a')).toEqual({
      phase: 'waiting',
      error: { code: 'upload/cancelled' },
      retryAtMs: null,
    });
    clock.advance(24 * 3_600_000);
    connectivity.setOnline(false);
    connectivity.setOnline(true);
    expect(store.attempts).toHaveLength(1);

    queue.retry(first);
    await untilPhase('a', 'sending');
    store.accept();
    await expect(stored).resolves.toMatchObject({ objectKey: 'a' });
  });

  it('takes one that has not begun or that waits out of the row', async () => {
    const { add, queue, store, untilPhase, phase, clock, first, second } = bench;
    void add('a');
    void add('b');
    await untilPhase('a', 'sending');
    queue.cancel(second);
    expect(phase('b')).toBe('waiting');
    store.fail('upload/server-unreachable');
    await untilPhase('a', 'waiting');
    queue.cancel(first);
    queue.cancel(asRecordingId('unknown'));
    clock.advance(3_600_000);
    expect(store.attempts).toEqual(['a']);
  });
});

describe('remove', () => {
  it('forgets a file, wherever it is, and goes on with the next', async () => {
    const { add, queue, store, untilPhase, overview, first, second } = bench;
    const [a, b] = [add('a'), add('b')];
    void add('c');
    await untilPhase('a', 'sending');
    queue.remove(second);
    queue.remove(first);
    queue.remove(first);
    for (const stored of [a, b]) {
      await expect(stored).rejects.toMatchObject({ detail: { code: 'recording/storage-failed' } });
    }
    await untilPhase('c', 'sending');
    expect(store.attempts).toEqual(['a', 'c']);
    expect(overview()).toMatchObject({ recordings: 1 });
  });
});

describe('the overview', () => {
  it('counts recordings and bytes since the queue was empty', async () => {
    const { add, store, untilPhase, overview } = bench;
    void add('a', 1000);
    void add('b', 3000);
    await untilPhase('a', 'sending');
    store.progress({ sentBytes: 400, totalBytes: 1000 });
    const all = { recordings: 2, totalBytes: 4000, isPaused: false };
    expect(overview()).toEqual({ ...all, storedRecordings: 0, sentBytes: 400 });
    store.accept();
    await untilPhase('b', 'sending');
    expect(overview()).toEqual({ ...all, storedRecordings: 1, sentBytes: 1000 });
    store.accept();
    await untilPhase('b', 'stored');
    expect(overview()).toBeNull();

    void add('c', 500);
    expect(overview()).toMatchObject({ recordings: 1, storedRecordings: 0, totalBytes: 500, sentBytes: 0 });
  });
});

describe('a device that says it is offline', () => {
  it('sends nothing, says so, and goes on at once when the network is back', async () => {
    const { add, connectivity, store, untilPhase, phase, overview } = bench;
    connectivity.setOnline(false);
    void add('a');
    expect(phase('a')).toBe('queued');
    expect(overview()).toMatchObject({ isPaused: true });
    expect(store.attempts).toEqual([]);
    connectivity.setOnline(true);
    await untilPhase('a', 'sending');
    expect(overview()).toMatchObject({ isPaused: false });
  });

  it('keeps what fails meanwhile in the row', async () => {
    const { add, connectivity, store, untilPhase, clock } = bench;
    void add('a');
    await untilPhase('a', 'sending');
    connectivity.setOnline(false);
    store.fail('upload/server-unreachable');
    await untilPhase('a', 'queued');
    clock.advance(50_000);
    expect(store.attempts).toHaveLength(1);
  });

  it('tries what waited for its next attempt as soon as the network is back', async () => {
    const { add, connectivity, store, untilPhase } = bench;
    void add('a');
    await untilPhase('a', 'sending');
    store.fail('upload/server-unreachable');
    await untilPhase('a', 'waiting');
    connectivity.setOnline(false);
    connectivity.setOnline(true);
    await untilPhase('a', 'sending');
    expect(store.attempts).toHaveLength(2);
  });

  it('is not believed for ever, nor against the person', async () => {
    const { add, connectivity, store, queue, untilPhase, clock, first, second } = bench;
    connectivity.setOnline(false);
    void add('a');
    void add('b');
    await vi.waitFor(() => {
      clock.advance(60_000);
      expect(store.attempts).toEqual(['a']);
    });
    store.fail('upload/server-unreachable');
    await untilPhase('a', 'queued');
    queue.cancel(second);
    queue.retry(second);
    await untilPhase('b', 'sending');
    queue.cancel(first);
    store.accept();
    await untilPhase('b', 'stored');
  });
});

it('a turn that fails is not the last one', async () => {
  let turns: SerialQueue = () => Promise.reject(new Error('no lock'));
  const { add, clock, store, untilPhase } = setUp((work) => turns(work));
  void add('a');
  await vi.waitFor(() => {
    turns = createSerialQueue();
    clock.advance(60_000);
    expect(store.attempts).toEqual(['a']);
  });
  await untilPhase('a', 'sending');
});

describe('the queues of two pages', () => {
  it('send one file at a time', async () => {
    const turns = createSerialQueue();
    const [here, there] = [setUp(turns), setUp(turns)];
    void here.add('a');
    void there.add('b');
    await here.untilPhase('a', 'sending');
    expect(there.phase('b')).toBe('queued');
    here.store.fail('upload/server-unreachable');
    await there.untilPhase('b', 'sending');
    here.clock.advance(1000);
    expect(here.phase('a')).toBe('queued');
    there.store.accept();
    await here.untilPhase('a', 'sending');
  });
});
