import { tableOf, writeCsv } from '../shared/csv-writer.ts';
import { withoutSeparators } from '../shared/without-separators.ts';
import type { AddressKind, ContactDetails } from './contact.ts';

const escape = (text: string): string =>
  text.replaceAll(/[\\;,]/g, String.raw`\$&`).replaceAll(/\r\n?|\n/g, String.raw`\n`);

const mostOctets = 75;

const octetsOf = (character: string): number => {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x8_00) return 2;
  return code < 0x1_00_00 ? 3 : 4;
};

/** Lines of at most 75 octets of UTF-8, of which none is torn apart (RFC 6350 §3.2). */
function fold(line: string): string {
  let folded = '';
  let octets = 0;
  for (const character of line) {
    octets += octetsOf(character);
    if (octets > mostOctets) {
      folded += '\r\n ';
      octets = 1 + octetsOf(character);
    }
    folded += character;
  }
  return folded;
}

const types: Readonly<Record<AddressKind, string>> = {
  mobile: ';TYPE=cell',
  work: ';TYPE=work',
  home: ';TYPE=home',
  other: '',
};

/** A number as `TEL`, anything else as the address of a messenger (RFC 4770), which is what other programs call. */
const addressLine = ({ kind, value }: ContactDetails['addresses'][number]): string =>
  /^[\d+*#]+$/.test(withoutSeparators(value))
    ? `TEL${types[kind]}:${escape(value)}`
    : `IMPP${types[kind]}:sip:${escape(value)}`;

function writeVcard({ name, organisation, addresses, note, isFavourite }: ContactDetails): string {
  const lines = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `FN:${escape(name)}`,
    `N:;${escape(name)};;;`,
    ...(organisation === '' ? [] : [`ORG:${escape(organisation)}`]),
    ...addresses.map(addressLine),
    ...(note === '' ? [] : [`NOTE:${escape(note)}`]),
    ...(isFavourite ? ['X-SIDETONE-FAVOURITE:1'] : []),
    'END:VCARD',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

/** Contacts as vCards 3.0 (RFC 2426), the version that most programs read, one after the other. */
export function* writeVcards(contacts: readonly ContactDetails[]): Iterable<string> {
  for (const contact of contacts) yield writeVcard(contact);
}

/** Contacts as CSV with the headings that Google's contacts have, row by row. */
export function writeContactTable(contacts: readonly ContactDetails[]): Iterable<string> {
  const most = contacts.reduce((count, { addresses }) => Math.max(count, addresses.length), 1);
  const phones = Array.from({ length: most }, (_, index) => `Phone ${index + 1}`);
  const headings = [
    'Name',
    'Organization Name',
    'Favorite',
    'Notes',
    ...phones.flatMap((phone) => [`${phone} - Label`, `${phone} - Value`]),
  ];
  const row = ({ name, organisation, isFavourite, note, addresses }: ContactDetails) => [
    name,
    organisation,
    isFavourite ? 'yes' : '',
    note,
    ...phones.flatMap((_phone, index) => {
      const address = addresses[index];
      return address === undefined ? ['', ''] : [address.kind, address.value];
    }),
  ];
  return writeCsv(tableOf(headings, contacts, row));
}
