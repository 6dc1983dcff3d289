import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ContactDetails } from '#core/contacts/contact.ts';
import { writeContactTable, writeVcards } from '#core/contacts/write-contacts.ts';
import { saveTextFile } from './save-file.ts';

const count = 5000;

describe('many contacts that are saved', () => {
  let written = 0;
  const saved: string[] = [];
  beforeEach(() => {
    written = 0;
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(
      this: HTMLAnchorElement,
    ) {
      saved.push(this.download);
    });
  });
  afterEach(() => {
    saved.length = 0;
    vi.restoreAllMocks();
  });

  const zoe = (index: number): ContactDetails => ({
    get name() {
      written += 1;
      return `Zoe ${index}`;
    },
    organisation: '',
    addresses: [{ kind: 'work', value: '100' }],
    note: '',
    isFavourite: false,
  });
  const contacts = Array.from({ length: count }, (_, index) => zoe(index));

  it.each([
    ['vCards', writeVcards],
    ['a table', writeContactTable],
  ])('as %s leave the page its turns, and are all in the file', async (_, write) => {
    const files: Blob[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
      files.push(file as Blob);
      return 'blob:saved';
    });
    let turns = 0;
    const counting = setInterval(() => (turns += 1));
    const saving = saveTextFile('contacts', 'text/plain', write(contacts), () => undefined);
    expect(written, 'before the page has its first turn').toBeLessThanOrEqual(250);
    await saving;
    clearInterval(counting);
    expect(turns).toBeGreaterThanOrEqual(10);
    expect(written).toBe(count);
    expect(saved).toEqual(['contacts']);
    expect((await files[0]?.text())?.match(/Zoe \d+[\r,]/g)).toHaveLength(count);
  });
});
