import { expect, it } from 'vitest';
import { asRecordingId } from '#core/shared/ids.ts';
import { tappedFrames } from '#testing/fake-recorder.ts';
import { buildRecordingMeta } from '#testing/recording-builders.ts';
import { mergeRecordings } from './merge-recordings.ts';
import type { RecordingItem } from './recording-item.ts';

const url = 'https://store.example.com/recordings/recording-1';
const listed = {
  ...buildRecordingMeta(),
  bytes: 44,
  durationMs: 0,
  sha256: null,
  storedAtMs: 1,
  url,
};
const sn3 = { byteLength: 180, codecs: tappedFrames.codecs, sha256: null, url: `${url}.sn3` };
const item: RecordingItem = {
  meta: buildRecordingMeta(),
  progress: { phase: 'stored', url },
  durationMs: 0,
  bytes: 44,
  localCopy: { endsAtMs: null },
};

it('takes the encoded frames from the store, and from here when the store had not all of it when it was asked', () => {
  expect(mergeRecordings([item], [{ ...listed, sn3 }])).toMatchObject([
    { sn3, localCopy: { endsAtMs: null } },
  ]);
  expect(mergeRecordings([{ ...item, sn3 }], [listed])).toMatchObject([{ sn3 }]);
  expect(mergeRecordings([item], [listed])[0]).not.toHaveProperty('sn3');
});

it('gives the same item for as long as neither the store nor this device has another one', () => {
  const other = { ...listed, ...buildRecordingMeta({ recordingId: asRecordingId('recording-2') }) };
  const merge = (local = item, stored = listed) => mergeRecordings([local], [stored, other]);
  const [first, second] = merge();
  expect(merge()[0]).toBe(first);
  const [changedHere, unchanged] = merge({ ...item, localCopy: null });
  expect(changedHere).toMatchObject({ localCopy: null });
  expect(merge(item, { ...listed, bytes: 45 })[0]).toMatchObject({ bytes: 45 });
  expect(unchanged).toBe(second);
});
