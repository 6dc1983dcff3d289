import { expect, it } from 'vitest';
import { PhoneError } from '#core/errors/phone-error.ts';
import { silentLogger } from '#core/shared/logger.ts';
import { createFakeContactsDisk } from '#testing/fake-kept-people.ts';
import { buildContact } from '#testing/people-builders.ts';
import { createContactBook } from './contact-book.ts';
import { createContactImport, type ReadContactFile } from './contact-import.ts';

const read = { entries: 2, withoutAddress: 0, openQuoteRow: null, isOldEncoding: false };
const people = ['bob', 'carol'].map((name) =>
  buildContact({ name, addresses: [{ kind: 'work', value: name }] }),
);
const brings: ReadContactFile = () => Promise.resolve({ ...read, contacts: people });

async function setUp() {
  const disk = createFakeContactsDisk();
  let ids = 0;
  const book = createContactBook({
    kept: disk.open(),
    createId: () => `new-${(ids += 1)}`,
    onNames: () => undefined,
    logger: silentLogger,
  });
  await expect.poll(() => book.store.getState().phase).toBe('read');
  const imports = createContactImport(book);
  const phase = () => imports.store.getState().phase;
  const shown = () => book.store.getState().contacts.map(({ name }) => name);
  return { disk, imports, phase, shown };
}

/** A file whose reading goes on until it is let go or stopped. */
function slowFile() {
  let goOn = (): void => undefined;
  const whole = new Promise<void>((resolve) => (goOn = resolve));
  const readFile: ReadContactFile = async (onProgress, signal) => {
    onProgress(0.5);
    await whole;
    if (signal.aborted) throw new Error('It was stopped.');
    return brings(onProgress, signal);
  };
  return { readFile, goOn: () => goOn() };
}

it('says how far it is, what it brought, and takes that back', async () => {
  const { imports, phase, shown } = await setUp();
  const told: unknown[] = [];
  imports.store.subscribe((state) => told.push('step' in state ? [state.step, state.share] : state.phase));
  const file = slowFile();
  imports.start(file.readFile);
  file.goOn();
  await expect.poll(phase).toBe('done');
  expect(told).toEqual([['reading', 0], ['reading', 0.5], ['keeping', 0], ['keeping', 1], 'done']);
  await expect.poll(shown).toEqual(['bob', 'carol']);
  imports.undo();
  await expect.poll(phase).toBe('none');
  expect(shown()).toEqual([]);
});

it('is one at a time', async () => {
  const { imports, phase } = await setUp();
  const file = slowFile();
  imports.start(file.readFile);
  imports.start(() => Promise.reject(new Error('Nobody is to read this.')));
  file.goOn();
  await expect.poll(phase).toBe('done');
});

it('that is stopped while the file is read keeps nothing, and another can follow', async () => {
  const { imports, phase, shown } = await setUp();
  const file = slowFile();
  imports.start(file.readFile);
  imports.cancel();
  file.goOn();
  await expect.poll(phase).toBe('none');
  expect(shown()).toEqual([]);
  imports.start(brings);
  await expect.poll(shown).toEqual(['bob', 'carol']);
});

it('that is stopped as the file ends keeps nothing either', async () => {
  const { imports, phase, shown } = await setUp();
  imports.start((onProgress, signal) => {
    const brought = brings(onProgress, signal);
    imports.cancel();
    return brought;
  });
  await expect.poll(phase).toBe('none');
  expect(shown()).toEqual([]);
});

it('says why it failed', async () => {
  const { disk, imports, phase } = await setUp();
  imports.start(() => Promise.reject(new PhoneError({ code: 'contacts/file-unreadable' })));
  await expect.poll(phase).toBe('failed');
  disk.refuse('contacts/storage-full');
  imports.start(brings);
  await expect
    .poll(imports.store.getState)
    .toEqual({ phase: 'failed', error: { code: 'contacts/storage-full' }, isPartlyKept: false });
  imports.dismiss();
  expect(phase()).toBe('none');
});
