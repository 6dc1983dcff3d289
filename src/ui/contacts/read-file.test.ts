import { expect, it, vi } from 'vitest';
import { readContacts } from './read-file.ts';

const row = (index: number) => `<b>Person</b> ${String(index)};+4930${String(index + 1_000_000)}\r\n`;

/** In Windows' western encoding, which only the last of its rows tells from UTF-8. */
function tableOf(rows: number): Blob {
  const persons = Array.from({ length: rows - 1 }, (_, index) => row(index)).join('');
  return new Blob([Buffer.from(`Name;Telefon\r\n${persons}J\u00f6rg <script>;100\r\n`, 'latin1')]);
}

/** The same as vCards. */
function cardsOf(count: number): Blob {
  const card = (name: string, number: string) =>
    `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:${name}\r\nTEL:${number}\r\nEND:VCARD\r\n`;
  const persons = Array.from({ length: count - 1 }, (_, index) =>
    card(`<b>Person</b> ${String(index)}`, `+4930${String(index + 1_000_000)}`),
  ).join('');
  return new Blob([Buffer.from(`${persons}${card('J\u00f6rg <script>', '100')}`, 'latin1')]);
}

it.each([
  ['a table of 100,000 rows', tableOf],
  ['a file of 100,000 vCards', cardsOf],
])(
  '%s with markup in an old encoding is read whole, in steps between which the page can answer',
  async (_, make) => {
    let turns = 0;
    const counting = setInterval(() => (turns += 1));
    const told: number[] = [];
    const read = await readContacts(make(100_000), (share) => told.push(share), new AbortController().signal);
    clearInterval(counting);
    expect(read.contacts).toHaveLength(100_000);
    expect(read).toMatchObject({ withoutAddress: 0, openQuoteRow: null, isOldEncoding: true });
    expect(read.contacts[4711]?.name).toBe('<b>Person</b> 4711');
    expect(read.contacts.at(-1)?.name).toBe('J\u00f6rg <script>');
    expect(told.at(-1)).toBe(1);
    // The file has 3.6 MB or more, and is read again from its beginning when the encoding is known.
    expect(told.length).toBeGreaterThan(400);
    expect(turns).toBeGreaterThan(100);
  },
);

it('one row more than that is too many', async () => {
  await expect(
    readContacts(tableOf(100_001), () => undefined, new AbortController().signal),
  ).rejects.toMatchObject({ detail: { code: 'contacts/file-too-large' } });
});

it('a fault of ours is told as it is, and not taken for an old encoding', async () => {
  const fault = vi.fn<() => void>(() => {
    throw new TypeError('a bug');
  });
  const file = new Blob(['Name,Phone\nBob,100\n']);
  await expect(readContacts(file, fault, new AbortController().signal)).rejects.toThrow('a bug');
  expect(fault).toHaveBeenCalledTimes(1);
});
