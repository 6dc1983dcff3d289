import { beforeEach, expect, it, vi } from 'vitest';
import { PhoneError } from '#core/errors/phone-error.ts';
import { asRecordingId } from '#core/shared/ids.ts';
import type { StoredRecording } from '#core/upload/stored-recording.ts';
import { createFakeConnectivity } from '#testing/fake-connectivity.ts';
import { buildRecordingMeta } from '#testing/recording-builders.ts';
import { createStoreList } from './store-list.ts';

const stored = (id: string, notes = ''): StoredRecording => ({
  ...buildRecordingMeta({ recordingId: asRecordingId(id) }),
  bytes: 444,
  durationMs: 100,
  sha256: null,
  storedAtMs: 1,
  url: `https://store.example.com/recordings/${id}`,
  notes,
});
const away = new PhoneError({ code: 'upload/server-unreachable' });

interface Answer {
  readonly resolve: (recordings: readonly StoredRecording[]) => void;
  readonly reject: (error: PhoneError) => void;
}

/** A store that answers when the test says so. */
function setUp() {
  const answers: Answer[] = [];
  const told: unknown[] = [];
  const connectivity = createFakeConnectivity();
  const storeList = createStoreList(
    () => new Promise((resolve, reject) => answers.push({ resolve, reject })),
    connectivity,
    (state) => told.push(state),
  );
  const asked = (times: number) => vi.waitFor(() => expect(answers).toHaveLength(times));
  const ids = () => storeList.recordings().map(({ recordingId }) => recordingId);
  return { answers, told, storeList, asked, ids, connectivity };
}
let bench = setUp();
beforeEach(() => {
  bench = setUp();
});

it('is read once more for all who ask while it is read', async () => {
  const { answers, told, storeList, asked, ids } = bench;
  const reads = [storeList.read(), storeList.read(), storeList.read()];
  await asked(1);
  answers[0]?.resolve([stored('a')]);
  await asked(2);
  expect(ids()).toEqual(['a']);
  answers[1]?.resolve([stored('b'), stored('a')]);
  await Promise.all(reads);
  expect(ids()).toEqual(['b', 'a']);
  expect(answers).toHaveLength(2);
  expect(told).toEqual([
    { listing: 'reading' },
    { listing: 'read', listError: null },
    { listing: 'reading' },
    { listing: 'read', listError: null },
  ]);
});

it('is as it was read before where it cannot be read again', async () => {
  const { answers, told, storeList, asked, ids } = bench;
  const reads = [storeList.read(), storeList.read()];
  await asked(1);
  answers[0]?.resolve([stored('a')]);
  await asked(2);
  answers[1]?.reject(away);
  await Promise.all(reads);
  expect(ids()).toEqual(['a']);
  expect(told.at(-1)).toEqual({ listing: 'read', listError: away.detail });
});

it('was never read where it could not be', async () => {
  const { answers, told, storeList } = bench;
  const read = storeList.read();
  answers[0]?.reject(away);
  await read;
  expect(told.at(-1)).toEqual({ listing: 'never-read', listError: away.detail });
});

it('is read again by itself once there is a network, where it could not be', async () => {
  const { answers, told, storeList, asked, connectivity } = bench;
  const read = storeList.read();
  answers[0]?.reject(away);
  await read;
  connectivity.setOnline(false);
  expect(answers).toHaveLength(1);
  connectivity.setOnline(true);
  await asked(2);
  answers[1]?.resolve([stored('a')]);
  await vi.waitFor(() => expect(told.at(-1)).toEqual({ listing: 'read', listError: null }));
  connectivity.setOnline(true);
  expect(answers).toHaveLength(2);
});

it('has nothing that was taken away while it was read, until it is read again', async () => {
  const { answers, storeList, asked, ids } = bench;
  const read = storeList.read();
  storeList.takeAway(asRecordingId('a'));
  answers[0]?.resolve([stored('b'), stored('a')]);
  await read;
  expect(ids()).toEqual(['b']);
  const again = storeList.read();
  await asked(2);
  answers[1]?.resolve([stored('b'), stored('a')]);
  await again;
  expect(ids()).toEqual(['b', 'a']);
});

it('is read again where a recording was changed while it was read', async () => {
  const { answers, storeList, asked } = bench;
  const read = storeList.read();
  storeList.change(asRecordingId('a'), { notes: 'call back' });
  answers[0]?.resolve([stored('a')]);
  await asked(2);
  answers[1]?.resolve([stored('a', 'call back')]);
  await read;
  expect(storeList.recordings()).toMatchObject([{ notes: 'call back' }]);
});
