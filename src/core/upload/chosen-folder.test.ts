import { expect, it } from 'vitest';
import { createFakeFolder } from '#testing/fake-folder.ts';
import { buildRecordingMeta } from '#testing/recording-builders.ts';
import type { RecordingItem, RecordingProgress } from '../recording/recording-item.ts';
import { asRecordingId } from '../shared/ids.ts';
import { createStore } from '../shared/store.ts';
import { noRecordings, type RecordingsState } from '../softphone-types.ts';
import { retryWhenReady } from './chosen-folder.ts';

const item = (id: string, progress: RecordingProgress): RecordingItem => ({
  meta: buildRecordingMeta({ recordingId: asRecordingId(id) }),
  progress,
  durationMs: 1,
  bytes: 1,
  localCopy: null,
});

it('takes up what waits for the folder, once it can be written to', async () => {
  const waiting = (code: 'folder/not-chosen' | 'folder/locked' | 'upload/refused') =>
    ({ phase: 'waiting', error: { code }, retryAtMs: null }) as const;
  const store = createStore<RecordingsState>({
    ...noRecordings,
    items: [
      item('one', waiting('folder/not-chosen')),
      item('two', waiting('upload/refused')),
      item('three', { phase: 'queued' }),
      item('four', waiting('folder/locked')),
    ],
  });
  const retried: string[] = [];
  const folder = createFakeFolder({ phase: 'unknown' });
  retryWhenReady(folder, { store, retry: (recordingId) => retried.push(recordingId) });
  folder.store.setState({ phase: 'locked', name: 'Calls' });
  expect(retried).toEqual([]);
  await folder.allow();
  expect(retried).toEqual(['one', 'four']);
});
