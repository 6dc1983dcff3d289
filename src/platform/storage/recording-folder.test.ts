import { beforeEach, expect, it } from 'vitest';
import { asRecordingId } from '#core/shared/ids.ts';
import { createFakeDisk, createFakeFile, type DiskRoom } from '#testing/fake-disk.ts';
import { buildRecordingMeta } from '#testing/recording-builders.ts';
import { createRecordingFolder } from './recording-folder.ts';
import type { RecordingDisk } from './recording-disk.ts';

let room: DiskRoom = 'enough';
let disk: RecordingDisk;
const { appendJournal, createJournal, read, readJournal, writeText } = createRecordingFolder(() =>
  Promise.resolve(disk),
);

/** A disk of one file, which takes so many bytes of it. */
const withRoomFor = (bytes: number): RecordingDisk => {
  const file = createFakeFile(bytes);
  return {
    ...createFakeDisk(),
    open: () => Promise.resolve(file),
    read: (name) => Promise.resolve(new File([file.content()], name)),
  };
};

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

it('begins no journal that is not whole', async () => {
  room = 'none';
  const other = buildRecordingMeta({ recordingId: asRecordingId('other') });
  await expect(createJournal(other)).rejects.toMatchObject({ name: 'QuotaExceededError' });
  expect(await readJournal(other.recordingId)).toBeNull();
});

it('keeps no piece of a small file in the place of the whole', async () => {
  disk = withRoomFor(4);
  await expect(writeText(recordingId, '.upload', 'https://example.com/1')).rejects.toMatchObject({
    name: 'QuotaExceededError',
  });
  expect((await read(recordingId, '.upload'))?.size).toBe(0);
});
