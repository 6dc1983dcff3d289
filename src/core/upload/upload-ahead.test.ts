import { beforeEach, describe, expect, it } from 'vitest';
import type { RecordingItem } from '#core/recording/recording-item.ts';
import { asRecordingId } from '#core/shared/ids.ts';
import { silentLogger } from '#core/shared/logger.ts';
import { createSerialQueue } from '#core/shared/serial-queue.ts';
import { createStore } from '#core/shared/store.ts';
import { createFakeClock } from '#testing/fake-clock.ts';
import { createFakeConnectivity } from '#testing/fake-connectivity.ts';
import { createFakeStore } from '#testing/fake-upload.ts';
import { buildRecordingMeta } from '#testing/recording-builders.ts';
import { uploadAhead } from './upload-ahead.ts';

function setUp() {
  const clock = createFakeClock();
  const connectivity = createFakeConnectivity();
  const store = createFakeStore();
  const turns = createSerialQueue();
  const recordings = createStore<{ readonly items: readonly RecordingItem[] }>({ items: [] });
  uploadAhead({ recordings, upload: store.upload, clock, connectivity, turns, logger: silentLogger });
  const show = (progress: RecordingItem['progress'], ...ids: string[]) =>
    recordings.setState({
      items: ids.map((id) => {
        const meta = buildRecordingMeta({ recordingId: asRecordingId(id) });
        return { meta, progress, durationMs: null, bytes: null, localCopy: null };
      }),
    });
  const record = (...ids: string[]) => show({ phase: 'recording' }, ...ids);
  /** What was sent, once everything that runs has run. */
  const sent = async () => {
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
    return store.ahead;
  };
  return { clock, connectivity, store, turns, show, record, sent };
}

let bench = setUp();
beforeEach(() => {
  bench = setUp();
});

describe('a recording under way', () => {
  it('is sent every five seconds until it has ended, however often it changes', async () => {
    const { clock, store, show, record, sent } = bench;
    record('a');
    clock.advance(3000);
    record('a');
    clock.advance(1999);
    expect(await sent()).toEqual([]);
    clock.advance(1);
    expect(await sent()).toEqual(['a']);
    clock.advance(60_000);
    expect(await sent()).toEqual(['a']);
    store.accept();
    await sent();
    clock.advance(5000);
    expect(await sent()).toEqual(['a', 'a']);
    show({ phase: 'queued' }, 'a');
    store.accept();
    await sent();
    clock.advance(60_000);
    expect(await sent()).toHaveLength(2);
  });

  it('waits for its turn, and has none when it has ended meanwhile', async () => {
    const { clock, store, turns, record, sent } = bench;
    let giveFree = () => {};
    void turns(() => new Promise<void>((resolve) => (giveFree = resolve)));
    record('a', 'b');
    clock.advance(5000);
    expect(await sent()).toEqual([]);
    record('b');
    giveFree();
    expect(await sent()).toEqual(['b']);
    store.accept();
  });

  it('is not sent while the device says that it is offline', async () => {
    const { clock, connectivity, record, sent } = bench;
    connectivity.setOnline(false);
    record('a');
    clock.advance(5000);
    expect(await sent()).toEqual([]);
    connectivity.setOnline(true);
    clock.advance(5000);
    expect(await sent()).toEqual(['a']);
  });

  it('is sent less often to a store that is away', async () => {
    const { clock, store, record, sent } = bench;
    record('a');
    clock.advance(5000);
    for (const delayMs of [5000, 5000, 5000, 8000]) {
      const before = (await sent()).length;
      store.fail('upload/server-unreachable');
      await sent();
      clock.advance(delayMs - 1);
      expect(await sent()).toHaveLength(before);
      clock.advance(1);
      expect(await sent()).toHaveLength(before + 1);
    }
  });

  it('is left to its end by a store that refuses it', async () => {
    const { clock, store, record, sent } = bench;
    record('a');
    clock.advance(5000);
    await sent();
    store.fail('upload/refused');
    await sent();
    clock.advance(3_600_000);
    expect(await sent()).toEqual(['a']);
  });
});
