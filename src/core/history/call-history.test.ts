import { describe, expect, it } from 'vitest';
import type { CallInfo } from '#core/call/call-info.ts';
import { asCallId } from '#core/shared/ids.ts';
import { silentLogger } from '#core/shared/logger.ts';
import { buildCall } from '#testing/call-builders.ts';
import { createFakeKeptText } from '#testing/fake-audio-devices.ts';
import { createFakeHistoryDisk } from '#testing/fake-kept-people.ts';
import { buildEntry } from '#testing/people-builders.ts';
import { type CallHistory, createCallHistory } from './call-history.ts';

function openHistory(disk = createFakeHistoryDisk(), unsaved = createFakeKeptText()) {
  const missed: number[] = [];
  let now = 10_000;
  const history = createCallHistory({
    kept: disk.open(),
    unsaved,
    nowMs: () => now,
    onMissed: (count) => missed.push(count),
    logger: silentLogger,
  });
  const shown = () => history.store.getState().entries.map(({ callId }) => callId);
  const read = async () => {
    history.open();
    await expect.poll(() => history.store.getState().phase).toBe('read');
    return shown();
  };
  return { history, disk, unsaved, missed: () => missed.at(-1), at: (ms: number) => (now = ms), shown, read };
}

const ended = (name: string, createdAt: number, changes: Partial<CallInfo> = {}) =>
  buildCall({
    callId: asCallId(name),
    createdAt,
    endedAt: createdAt + 1000,
    state: 'Terminated',
    direction: 'Incoming',
    remoteUri: '"Bob \u202E" <sip:bob@example.com>;tag=1',
    remoteDisplayName: 'Bob \u202E',
    localUri: '<sip:alice@example.com>',
    end: { cause: 'cancelled', initiator: 'remote', sipCode: 487, reason: 'whatever a stranger says' },
    ...changes,
  });
const answered = (name: string, createdAt: number) =>
  ended(name, createdAt, { connectedAt: createdAt + 100, wasConnectedWhenEnded: true });

describe('the history', () => {
  it('keeps what matters of a call, clean', async () => {
    const { history, disk } = openHistory();
    const quality = {
      measurements: 3,
      meanMosScore: 4.2,
      worstMosScore: 4,
      meanPacketLossPercent: 0.1,
      maxJitterMs: 3,
      roundTripMs: 20,
    };
    history.add(answered('a', 1000), quality);
    await expect.poll(openHistory(disk).read).toEqual(['a']);
    expect(history.store.getState().entries).toEqual([
      {
        callId: 'a',
        sipCallId: 'a84b4c76e66710@example.com',
        direction: 'Incoming',
        localUri: 'sip:alice@example.com',
        remoteUri: 'sip:bob@example.com',
        remoteDisplayName: 'Bob',
        startedAtMs: 1000,
        connectedAtMs: 1100,
        endedAtMs: 2000,
        outcome: 'answered',
        end: { cause: 'cancelled', initiator: 'remote', sipCode: 487 },
        errorCode: null,
        quality,
      },
    ]);
  });

  it('keeps no call that is not over', () => {
    const { history, unsaved } = openHistory();
    history.add(buildCall(), null);
    expect(unsaved.read()).toBeNull();
  });

  it('reads nothing before it is wanted, then everything, newest first', async () => {
    const times = [5, 1, 9, 3, 7, 2, 8];
    const entries = times.map((time) => buildEntry({ callId: asCallId(`at-${time}`), startedAtMs: time }));
    const { history, read, shown } = openHistory(createFakeHistoryDisk(entries));
    expect(shown()).toEqual([]);
    const reading = read();
    history.add(answered('new', 100), null);
    await reading;
    await expect.poll(shown).toEqual(['new', 'at-9', 'at-8', 'at-7', 'at-5', 'at-3', 'at-2', 'at-1']);
  });

  it('is the same in all pages of a browser', async () => {
    const here = openHistory();
    const there = openHistory(here.disk);
    await Promise.all([here.read(), there.read()]);
    here.history.add(answered('a', 1000), null);
    await expect.poll(there.shown).toEqual(['a']);
    await there.history.remove([asCallId('a')]);
    expect(here.shown()).toEqual([]);
    await there.history.restore([buildEntry({ callId: asCallId('a') })]);
    expect(here.shown()).toEqual(['a']);
    await here.history.clear();
    await expect.poll(there.shown).toEqual([]);
  });

  it('takes a call away while it is read, and the call does not come back', async () => {
    const entries = Array.from({ length: 30 }, (_, at) =>
      buildEntry({ callId: asCallId(`at-${at}`), startedAtMs: at }),
    );
    const { history, read, shown } = openHistory(createFakeHistoryDisk(entries));
    const reading = read();
    await history.remove([asCallId('at-7')]);
    expect(history.store.getState().phase).toBe('reading');
    await reading;
    expect(shown()).toHaveLength(29);
    expect(shown()).not.toContain('at-7');
  });

  it('shows a call once that rang in two pages', async () => {
    const here = openHistory();
    const there = openHistory(here.disk);
    await Promise.all([here.read(), there.read()]);
    here.history.add(ended('rang', 1000), null);
    await expect.poll(there.shown).toEqual(['rang']);
    expect(there.missed()).toBe(1);
    there.history.add(answered('answered', 1002), null);
    await expect.poll(here.shown).toEqual(['answered']);
    await expect.poll(there.shown).toEqual(['answered']);
    await expect.poll(here.missed).toBe(0);
  });
});

describe('missed calls', () => {
  it('are counted until they are seen, in all pages', async () => {
    const here = openHistory();
    const there = openHistory(here.disk);
    here.history.add(ended('one', 1000), null);
    here.history.add(answered('two', 20_000), null);
    await expect.poll(there.missed).toBe(1);
    here.at(30_000);
    here.history.markSeen();
    expect(here.missed()).toBe(0);
    await expect.poll(there.missed).toBe(0);
    here.history.add(ended('three', 40_000), null);
    await expect.poll(there.missed).toBe(1);
    await here.history.remove([asCallId('three')]);
    await expect.poll(here.missed).toBe(0);
  });
});

describe('a browser that keeps no calls', () => {
  it('is told of, and lists the calls of the page', async () => {
    const disk = createFakeHistoryDisk();
    disk.refuse('history/storage-failed');
    const { history, read, shown, missed } = openHistory(disk);
    history.add(ended('a', 1000), null);
    await expect.poll(() => history.store.getState().keepError?.code).toBe('history/storage-failed');
    expect(await read()).toEqual(['a']);
    expect(history.store.getState().readError?.code).toBe('history/storage-failed');
    expect(missed()).toBe(1);
    history.markSeen();
    history.add(answered('b', 2000), null);
    await expect.poll(shown).toEqual(['b', 'a']);
  });

  it.each([
    ['one call', (history: CallHistory) => history.remove([asCallId('a'), asCallId('kept')])],
    ['all calls', (history: CallHistory) => history.clear()],
  ])('loses nothing when %s cannot be deleted', async (_what, remove) => {
    const { history, disk, unsaved, read, shown } = openHistory(
      createFakeHistoryDisk([buildEntry({ callId: asCallId('kept'), startedAtMs: 1 })]),
    );
    await read();
    disk.refuse('history/storage-full');
    history.add(answered('a', 1000), null);
    await expect.poll(shown).toEqual(['a', 'kept']);
    await expect(remove(history)).rejects.toMatchObject({ detail: { code: 'history/storage-full' } });
    expect(shown()).toEqual(['a', 'kept']);
    expect(unsaved.read()).toContain('"a"');
    disk.refuse(null);
    await remove(history);
    expect(shown()).toEqual([]);
    expect(await openHistory(disk, unsaved).read()).toEqual([]);
  });

  it('keeps what it could not, once there is room again', async () => {
    const { history, disk } = openHistory();
    disk.refuse('history/storage-full');
    history.add(answered('a', 1000), null);
    history.add(answered('b', 20_000), null);
    await expect.poll(() => history.store.getState().keepError?.code).toBe('history/storage-full');
    disk.refuse(null);
    history.add(answered('c', 40_000), null);
    await expect.poll(openHistory(disk).read).toEqual(['c', 'b', 'a']);
    expect(history.store.getState().keepError).toBeNull();
  });
});

describe('a page that is closed with its call', () => {
  it('leaves the call to the next page', async () => {
    const closed = openHistory();
    closed.disk.refuse('history/storage-failed');
    closed.history.add(answered('a', 1000), null);
    closed.disk.refuse(null);
    const next = openHistory(createFakeHistoryDisk(), closed.unsaved);
    await expect.poll(next.read).toEqual(['a']);
    await expect.poll(next.unsaved.read).toBe('');
  });

  it.each(['{', '7', '[1, null, {"callId": 7}]', '"text"'])('is not broken by %s', async (text) => {
    const { read, missed } = openHistory(createFakeHistoryDisk(), createFakeKeptText(text));
    expect(await read()).toEqual([]);
    await expect.poll(missed).toBe(0);
  });
});
