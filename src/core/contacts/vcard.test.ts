import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '#testing/any-text.ts';
import { addressKinds, cleanContact, type ContactDetails } from './contact.ts';
import { createVcardReader } from './vcard-reader.ts';
import { writeVcards } from './write-contacts.ts';

/** Reads a text in pieces of `pieceLength`. */
function read(text: string, pieceLength = 1000) {
  const contacts: ContactDetails[] = [];
  const reader = createVcardReader((contact) => contacts.push(contact));
  for (let start = 0; start < text.length; start += pieceLength)
    reader.push(text.slice(start, start + pieceLength));
  return { contacts, ...reader.end() };
}

const card = (...lines: readonly string[]) =>
  ['BEGIN:VCARD', 'VERSION:3.0', ...lines, 'END:VCARD', ''].join('\r\n');
const bob = { name: 'Bob', organisation: '', note: '', isFavourite: false };

/** Contacts as a person could have typed them. */
const details = fc
  .record({
    name: anyText(40),
    organisation: fc.string({
      unit: fc.constantFrom('a', ';', ',', '\\', ':', '"', 'ü', ' '),
      maxLength: 30,
    }),
    addresses: fc.array(
      fc.record({
        kind: fc.constantFrom(...addressKinds),
        value: fc.oneof(
          fc.constantFrom('+49 (30) 12-34', '100', '*43#', 'bob', 'bob@example.com', 'a;b,c@host'),
          fc.string(),
        ),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    note: fc.string({ unit: fc.constantFrom('a', '\n', ',', '\\', ' ', '😀', '='), maxLength: 90 }),
    isFavourite: fc.boolean(),
  })
  .map(cleanContact)
  .filter((contact) => contact !== null);

describe('vCards', () => {
  it('come back as they were written, in whatever pieces they are read', () => {
    fc.assert(
      fc.property(
        fc.array(details, { maxLength: 4 }),
        fc.integer({ min: 1, max: 60 }),
        (contacts, pieceLength) => {
          const written = [...writeVcards(contacts)].join('');
          expect(read(written, pieceLength)).toEqual({
            contacts,
            entries: contacts.length,
            withoutAddress: 0,
            openQuoteRow: null,
          });
        },
      ),
    );
  });

  it('are written in lines that no program breaks', () => {
    const written = [
      ...writeVcards([{ ...bob, name: 'ü😀'.repeat(30), addresses: [{ kind: 'work', value: '1' }] }]),
    ].join('');
    for (const line of written.split('\r\n'))
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  });

  it('are read as telephones and address books write them', () => {
    const text = card(
      'FN:Dr. Ada Lovelace\\, FRS',
      'N:Lovelace;Ada;;Dr.;',
      'item1.ORG:Analytical\\; Engines;Research',
      'item1.TEL;TYPE=CELL,VOICE;PREF=1:+44 20 7946 0000',
      'TEL;TYPE="work,voice";VALUE=uri:tel:+44-20-7946-0001;ext=5',
      'TEL;HOME:020 7946 0002',
      'TEL;TYPE=work;TYPE=fax:020 7946 0003',
      'IMPP:sip:ada@example.com;transport=ws',
      'IMPP:xmpp:ada@example.com',
      'EMAIL:ada@example.com',
      'NOTE:Long li',
      ' ne\\nsecond',
      'CATEGORIES:friends,starred',
    );
    expect(read(text).contacts).toEqual([
      {
        name: 'Dr. Ada Lovelace, FRS',
        organisation: 'Analytical; Engines',
        addresses: [
          { kind: 'mobile', value: '+44 20 7946 0000' },
          { kind: 'work', value: '+44-20-7946-0001' },
          { kind: 'home', value: '020 7946 0002' },
          { kind: 'other', value: 'ada@example.com' },
        ],
        note: 'Long line\nsecond',
        isFavourite: true,
      },
    ]);
  });

  it('of version 2.1 are read, quoted-printable, with an assistant inside', () => {
    const text = card(
      'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=',
      '=B6rg;;;',
      'AGENT:',
      'BEGIN:VCARD',
      'FN:Somebody else',
      'TEL:999',
      'END:VCARD',
      'TEL;CELL:+49 170 1234567',
      'ORG;ENCODING=QUOTED-PRINTABLE:Caf=E9',
    );
    expect(read(text)).toMatchObject({
      entries: 1,
      contacts: [
        {
          name: 'Jörg Müller',
          organisation: 'Café',
          addresses: [{ kind: 'mobile', value: '+49 170 1234567' }],
        },
      ],
    });
  });

  it('are bounded and clean, whatever is in them', () => {
    const text = card(
      `FN:<img src=x onerror=alert(1)>\u202Eevil\u0000${'x'.repeat(50_000)}`,
      'TEL:100',
      'TEL:100',
      'TEL:javascript:alert(1)//@@',
      `PHOTO;ENCODING=b:${'QUJD'.repeat(100_000)}`,
      ...Array.from({ length: 300 }, (_, index) => `TEL:1${index}`),
      `NOTE:${'y\\n'.repeat(20_000)}`,
    );
    const [contact] = read(text).contacts;
    expect(contact?.name).toMatch(/^<img src=x onerror=alert\(1\)>evilx+…$/);
    expect(contact?.name.length).toBe(120);
    expect(contact?.addresses).toHaveLength(20);
    expect(contact?.note.split('\n').length).toBeLessThanOrEqual(40);
  });

  it('count those that nobody could call, and a card that is never closed ends where the next begins', () => {
    const text = `BEGIN:VCARD\nFN:A\nTEL:1\nBEGIN:VCARD\nFN:B\nEND:VCARD\nrubbish\nBEGIN:VCARD\nFN:C\nTEL:3`;
    expect(read(text)).toMatchObject({
      entries: 3,
      withoutAddress: 1,
      contacts: [{ name: 'A' }, { name: 'C' }],
    });
  });

  it('never throw, whatever text it is', () => {
    const line = fc.oneof(
      fc.constantFrom(
        'BEGIN:VCARD',
        'END:VCARD',
        'TEL',
        'TEL:',
        ':',
        ' ',
        '=',
        'N:;;',
        'FN;ENCODING=QUOTED-PRINTABLE:=FF=',
        '"',
        'AGENT:',
      ),
      anyText(),
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        expect(() => read(lines.join('\n'), 7)).not.toThrow();
      }),
    );
  });

  it.each([
    'BEGIN:VCARD\nFN:A\nTEL:100\nEND:VCARD\n',
    'BEGIN:VCARD\n',
    ' ',
    '\n ',
    '"',
    'TEL;"',
    'N;ENCODING=QUOTED-PRINTABLE:a=\n',
    'NOTE:\\',
  ])('may be a megabyte of %j', (piece) => {
    // What is linear reads it in a blink; what is quadratic would need 10¹² steps.
    const text = piece.repeat(2 ** 20 / piece.length);
    const { contacts, entries } = read(text, text.length);
    expect(entries).toBeGreaterThanOrEqual(contacts.length);
  });
});
