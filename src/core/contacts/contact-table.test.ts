import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressKinds, cleanContact, type ContactDetails } from './contact.ts';
import { createContactTableReader } from './contact-table-reader.ts';
import { writeContactTable } from './write-contacts.ts';

function read(text: string, pieceLength = 1000) {
  const contacts: ContactDetails[] = [];
  const reader = createContactTableReader((contact) => contacts.push(contact));
  for (let start = 0; start < text.length; start += pieceLength) {
    reader.push(text.slice(start, start + pieceLength));
  }
  return { contacts, ...reader.end() };
}

const plain = { organisation: '', note: '', isFavourite: false };

describe('a table of contacts', () => {
  it('comes back as it was written', () => {
    const text = fc.string({
      unit: fc.constantFrom('=', '+', '"', ',', "'", 'a', 'é', ' ', '\n', '@', '1'),
      maxLength: 20,
    });
    const details = fc
      .record({
        name: text,
        organisation: text,
        addresses: fc.array(fc.record({ kind: fc.constantFrom(...addressKinds), value: text }), {
          maxLength: 4,
        }),
        note: text,
        isFavourite: fc.boolean(),
      })
      .map(cleanContact)
      .filter((contact) => contact !== null);
    fc.assert(
      fc.property(fc.array(details, { maxLength: 4 }), (contacts) => {
        expect(read([...writeContactTable(contacts)].join('')).contacts).toEqual(contacts);
      }),
    );
  });

  it.each([
    [
      'Google',
      'First Name,Last Name,Organization Name,Labels,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value\n' +
        'Ada,Lovelace,Engines,* myContacts ::: * starred,a@example.com,Work,+44 20 7946 0000 ::: 020 7946 0001\n',
      {
        name: 'Ada Lovelace',
        organisation: 'Engines',
        note: '',
        isFavourite: true,
        addresses: [
          { kind: 'work', value: '+44 20 7946 0000' },
          { kind: 'work', value: '020 7946 0001' },
        ],
      },
    ],
    [
      'Outlook',
      'First Name,Last Name,Company,Business Street,Business Fax,Business Phone,Home Phone,Mobile Phone,Notes\n' +
        'Ada,Lovelace,Engines,1 Road,020 1,020 7946 0000,,07700 900000,Hi\n',
      {
        name: 'Ada Lovelace',
        organisation: 'Engines',
        note: 'Hi',
        isFavourite: false,
        addresses: [
          { kind: 'work', value: '020 7946 0000' },
          { kind: 'mobile', value: '07700 900000' },
        ],
      },
    ],
    [
      'a German office',
      'Vorname;Nachname;Firma;Telefon (geschäftlich);Handy\nJörg;Müller;Café;030 123456;0170 1234567\n',
      {
        ...plain,
        name: 'Jörg Müller',
        organisation: 'Café',
        addresses: [
          { kind: 'work', value: '030 123456' },
          { kind: 'mobile', value: '0170 1234567' },
        ],
      },
    ],
    [
      'an Arabic office',
      'الاسم الأول,الاسم الأخير,الشركة,شارع العمل,فاكس العمل,هاتف العمل,هاتف المنزل,الهاتف المحمول,ملاحظات\n' +
        'ليلى,حداد,المنارة,1 شارع النيل,02 1,02 7946 0000,02 7946 0001,0100 123 4567,مرحبا\n',
      {
        name: 'ليلى حداد',
        organisation: 'المنارة',
        note: 'مرحبا',
        isFavourite: false,
        addresses: [
          { kind: 'work', value: '02 7946 0000' },
          { kind: 'home', value: '02 7946 0001' },
          { kind: 'mobile', value: '0100 123 4567' },
        ],
      },
    ],
    [
      'somebody who writes the words of our own form',
      'الإسم;مفضلة;المؤسسة;نوع الرقم 1;الرقم أو العنوان 1;ملاحظة\nليلى;نعم;المنارة;جوّال;0100 123 4567;\n',
      {
        ...plain,
        name: 'ليلى',
        isFavourite: true,
        organisation: 'المنارة',
        addresses: [{ kind: 'mobile', value: '0100 123 4567' }],
      },
    ],
    [
      'somebody without headings',
      'Bob,100200\n',
      { ...plain, name: 'Bob', addresses: [{ kind: 'other', value: '100200' }] },
    ],
  ])('may be from %s', (_who, text, contact) => {
    expect(read(text).contacts).toEqual([contact]);
  });

  it('that has nothing to call has no contacts', () => {
    expect(read('Name,E-mail\nBob,bob@example.com\n')).toMatchObject({
      contacts: [],
      entries: 1,
      withoutAddress: 1,
    });
  });

  it('says how much of it could not be used', () => {
    expect(read('Name,Phone\nBob,100\nCarol,\n"Dave,200\n')).toMatchObject({
      contacts: [{ name: 'Bob' }],
      entries: 3,
      withoutAddress: 2,
      openQuoteRow: 4,
    });
  });
});
