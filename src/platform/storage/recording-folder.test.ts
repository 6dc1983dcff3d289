import { beforeEach, expect, it, vi } from 'vitest';
import { createFakeDisk, type DiskRoom } from '#testing/fake-disk.ts';
import { buildRecordingMeta } from '#testing/recording-builders.ts';
import { appendJournal, createJournal, readJournal } from './recording-folder.ts';
import type { RecordingDisk } from './recording-disk.ts';

let room: DiskRoom = 'enough';
let disk: RecordingDisk;
vi.mock(import('./this-disk.ts'), () => ({ thisDisk: () => Promise.resolve(disk) }));

const meta = buildRecordingMeta();
const { recordingId } = meta;

beforeEach(async () => {
  room = 'enough';
  disk = createFakeDisk(() => room);
  await createJournal(meta);
});

it('has room for a last line on a full disk', async () => {
  room = 'of what is there';
  await appendJournal(recordingId, { kind: 'finished' });
  expect(await readJournal(recordingId)).toMatchObject({ end: 'finished' });
});

it('says that a line is not kept, which takes the room of no other', async () => {
  room = 'of what is there';
  const notes = appendJournal(recordingId, { kind: 'notes', notes: 'é'.repeat(1000) });
  await expect(notes).rejects.toMatchObject({ name: 'QuotaExceededError' });
  await appendJournal(recordingId, { kind: 'finished' });
  expect(await readJournal(recordingId)).toMatchObject({ end: 'finished', notes: '' });
});

it('says so, too, where nothing can be written any more', async () => {
  room = 'none';
  await expect(appendJournal(recordingId, { kind: 'finished' })).rejects.toThrow(DOMException);
  expect(await readJournal(recordingId)).toMatchObject({ end: null });
});
