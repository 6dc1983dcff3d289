import { describe, expect, it, vi } from 'vitest';
import { toPhoneErrorDetail } from '#core/errors/phone-error.ts';
import { silentLogger } from '#core/shared/logger.ts';
import { createFakeContactsDisk } from '#testing/fake-kept-people.ts';
import { buildContact } from '#testing/people-builders.ts';
import { createContactBook } from './contact-book.ts';
import { asContactId, type ContactDetails } from './contact.ts';
import { type ContactNames, noNames } from './known-names.ts';

const named = (name: string, value = `${name}@example.com`) =>
  buildContact({ id: name, name, addresses: [{ kind: 'work', value }] });

async function openBook(disk = createFakeContactsDisk([named('bob')])) {
  let names: ContactNames = noNames;
  let ids = 0;
  const book = createContactBook({
    kept: disk.open(),
    createId: () => `new-${(ids += 1)}`,
    onNames: (next) => (names = next),
    logger: silentLogger,
  });
  const shown = () => book.store.getState().contacts.map(({ name }) => name);
  const nameOf = (uri: string) => names.find({ remoteUri: uri, localUri: 'sip:alice@example.com' })?.name;
  await expect.poll(() => book.store.getState().phase).toBe('read');
  return { book, disk, shown, nameOf };
}

describe('the contacts', () => {
  it('are read in order, and known by name', async () => {
    const disk = createFakeContactsDisk(['dave', 'Zoe', 'Ángel', 'bob'].map((name) => named(name)));
    const { shown, nameOf } = await openBook(disk);
    expect(shown()).toEqual(['Ángel', 'bob', 'dave', 'Zoe']);
    expect(nameOf('sip:dave@example.com')).toBe('dave');
  });

  it('take a new one, a changed one, and let one go and come back', async () => {
    const { book, shown, nameOf } = await openBook();
    const { contactId: _id, ...details } = named('carol');
    const carol = await book.save(details);
    await book.save({ ...named('anna', '+49 30 1234567') });
    expect(shown()).toEqual(['anna', 'bob', 'carol']);
    await book.save({ ...carol, name: 'Aaron' });
    expect(shown()).toEqual(['Aaron', 'anna', 'bob']);
    expect(nameOf('sip:carol@example.com')).toBe('Aaron');
    await book.remove([carol.contactId]);
    expect(nameOf('sip:carol@example.com')).toBeUndefined();
    await book.restore([carol]);
    expect(shown()).toEqual(['anna', 'bob', 'carol']);
  });

  it('are the same in all pages of a browser', async () => {
    const here = await openBook();
    const there = await openBook(here.disk);
    await here.book.save(named('carol'));
    expect(there.shown()).toEqual(['bob', 'carol']);
    await there.book.remove([asContactId('bob')]);
    expect(here.shown()).toEqual(['carol']);
    expect(here.nameOf('sip:bob@example.com')).toBeUndefined();
    await there.book.clear();
    await expect.poll(here.shown).toEqual([]);
  });

  it('keep what comes while they are read', async () => {
    const disk = createFakeContactsDisk(Array.from({ length: 20 }, (_, index) => named(`c${index}`)));
    const writer = disk.open();
    const opening = openBook(disk);
    await writer.put([named('late')]);
    await writer.remove([asContactId('c0')]);
    const { shown } = await opening;
    expect(shown()).toContain('late');
    expect(shown()).not.toContain('c0');
    expect(shown()).toHaveLength(20);
  });

  it('are left as they were when nothing can be kept, and the failure is told', async () => {
    const { book, disk, shown } = await openBook();
    disk.refuse('contacts/storage-full');
    const codeOf = (work: Promise<unknown>) => work.catch((error: unknown) => toPhoneErrorDetail(error).code);
    expect(await codeOf(book.save(named('carol')))).toBe('contacts/storage-full');
    expect(await codeOf(book.remove([asContactId('bob')]))).toBe('contacts/storage-full');
    expect(shown()).toEqual(['bob']);
  });

  it('that cannot be read say so, and the phone has no names', async () => {
    const disk = createFakeContactsDisk([named('bob')]);
    disk.refuse('contacts/storage-failed');
    const { book, nameOf } = await openBook(disk);
    expect(book.store.getState()).toEqual({
      phase: 'read',
      contacts: [],
      error: { code: 'contacts/storage-failed' },
    });
    expect(nameOf('sip:bob@example.com')).toBeUndefined();
  });
});

describe('an import', () => {
  const many: readonly ContactDetails[] = Array.from({ length: 1000 }, (_, index) => {
    const { contactId: _id, ...details } = named(`c${String(index).padStart(4, '0')}`);
    return details;
  });

  it('adds everybody once, tells how far it is, and leaves out who is known', async () => {
    const { book, shown } = await openBook();
    const told: number[] = [];
    const twice = [...many, ...many.slice(0, 5), named('bob')];
    const report = await book.addAll(twice, (kept) => told.push(kept));
    expect(report.added).toHaveLength(1000);
    expect(report.known).toBe(6);
    expect(told.at(-1)).toBe(1006);
    expect(told.length).toBeGreaterThan(3);
    await expect.poll(() => shown().length).toBe(1001);
    await book.remove(report.added);
    await expect.poll(shown).toEqual(['bob']);
  });

  it('of what was exported adds nobody, however many share a number', async () => {
    const landline = '+49 30 1234567';
    const family = Array.from({ length: 150 }, (_, index) => named(`p${index}`, landline));
    const { book } = await openBook(createFakeContactsDisk(family));
    expect(await book.addAll(family, () => undefined)).toEqual({ added: [], known: 150 });
    await book.remove([asContactId('p1')]);
    expect((await book.addAll(family, () => undefined)).added).toHaveLength(1);
  });

  it('into an empty list does not leave it said to be empty while it is read', async () => {
    const { book, shown } = await openBook(createFakeContactsDisk());
    await book.addAll(many, () => undefined);
    expect(book.store.getState()).toMatchObject({ phase: 'reading', contacts: [] });
    await expect.poll(() => book.store.getState().phase).toBe('read');
    expect(shown()).toHaveLength(1000);
  });

  it('is read by another page of the browser once or twice, not at every step', async () => {
    const { book, disk } = await openBook();
    const kept = disk.open();
    const readAll = vi.fn<typeof kept.readAll>(kept.readAll);
    const other = createContactBook({
      kept: { ...kept, readAll },
      createId: () => 'none',
      onNames: () => undefined,
      logger: silentLogger,
    });
    const more = Array.from({ length: 20 }, (_, step) =>
      many.map((contact) => ({ ...contact, name: `${contact.name} ${String(step)}` })),
    );
    await book.addAll(more.flat(), () => undefined);
    await expect.poll(() => other.store.getState().contacts.length).toBe(20_001);
    // At the beginning, and while and after it was kept in 80 steps.
    expect(readAll.mock.calls.length).toBeLessThan(6);
  });

  it('that a full disk ends leaves what was kept until then', async () => {
    const { book, disk, shown } = await openBook();
    const importing = book.addAll(many, (kept) => {
      if (kept >= 500) disk.refuse('contacts/storage-full');
    });
    await expect(importing).rejects.toMatchObject({ detail: { code: 'contacts/storage-full' } });
    disk.refuse(null);
    const again = await openBook(disk);
    expect(again.shown()).toHaveLength(501);
    expect(shown()).toEqual(['bob']);
  });
});
