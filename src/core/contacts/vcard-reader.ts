import { cleanContact, type AddressKind, type ContactAddress } from './contact.ts';
import type { ContactReader, OnContact } from './contact-reader.ts';
import { createLineReader, type VcardLine } from './vcard-lines.ts';

const escaped = /\\([\\;,nN:])/g;
const unescape = (text: string): string =>
  text.replaceAll(escaped, (_whole, character: string) => (/n/i.test(character) ? '\n' : character));

/** The parts of a structured value (RFC 6350 §3.3). A separator after a backslash belongs to the text. */
const partsOf = (value: string): readonly string[] =>
  (value.match(/(?:\\[^]|[^;\\])+|;/g) ?? []).reduce<string[]>(
    (parts, piece) => {
      if (piece === ';') parts.push('');
      else parts[parts.length - 1] += unescape(piece);
      return parts;
    },
    [''],
  );

const typesOf = ({ parameters }: VcardLine): readonly string[] =>
  parameters.flatMap(([name, value]) => (name === 'TYPE' ? value.split(',') : []));

function kindOf(types: readonly string[]): AddressKind {
  if (types.includes('CELL')) return 'mobile';
  if (types.includes('WORK')) return 'work';
  return types.includes('HOME') ? 'home' : 'other';
}

/** Nobody talks to them. */
const machines = ['FAX', 'PAGER', 'MODEM', 'BBS'];

interface Draft {
  formattedName: string;
  name: string;
  organisation: string;
  note: string;
  isFavourite: boolean;
  readonly addresses: ContactAddress[];
}

const newDraft = (): Draft => ({
  formattedName: '',
  name: '',
  organisation: '',
  note: '',
  isFavourite: false,
  addresses: [],
});

/** Family; given; additional; prefixes; suffixes (RFC 6350 §6.2.2), in the order in which they are spoken. */
function spokenName([
  family = '',
  given = '',
  additional = '',
  prefix = '',
  suffix = '',
]: readonly string[]): string {
  return [prefix, given, additional, family, suffix].filter((part) => part.trim() !== '').join(' ');
}

function takeLine(draft: Draft, line: VcardLine): void {
  const { name, value } = line;
  if (name === 'FN') draft.formattedName ||= unescape(value);
  else if (name === 'N') draft.name ||= spokenName(partsOf(value));
  else if (name === 'ORG') draft.organisation ||= partsOf(value)[0] ?? '';
  else if (name === 'NOTE') draft.note ||= unescape(value);
  else if (name === 'X-SIDETONE-FAVOURITE') draft.isFavourite = value.trim() === '1';
  else if (name === 'CATEGORIES') draft.isFavourite ||= /(?:^|,)\s*starred\s*(?:,|$)/i.test(value);
  else if (name === 'TEL' || name === 'X-SIP' || (name === 'IMPP' && /^\s*(?:sips?|tel):/i.test(value))) {
    const types = typesOf(line);
    if (types.some((type) => machines.includes(type))) return;
    if (draft.addresses.length < 100) draft.addresses.push({ kind: kindOf(types), value: unescape(value) });
  }
}

/** Reads vCards 3.0 (RFC 2426) and 4.0 (RFC 6350), and the 2.1 that telephones still export. */
export function createVcardReader(onContact: OnContact): ContactReader {
  let entries = 0;
  let withoutAddress = 0;
  let draft: Draft | null = null;
  /** The card of an assistant stands within that of its person (vCard 2.1 and 3.0, AGENT). */
  let announcesAgent = false;
  let agents = 0;

  const finish = (): void => {
    if (draft === null) return;
    entries += 1;
    const contact = cleanContact({ ...draft, name: draft.formattedName || draft.name });
    draft = null;
    if (contact === null) withoutAddress += 1;
    else onContact(contact);
  };

  const begin = (): void => {
    if (announcesAgent) {
      agents += 1;
      return;
    }
    // A card that is never closed ends where the next one begins.
    finish();
    agents = 0;
    draft = newDraft();
  };

  const lines = createLineReader((line) => {
    const isCard = /^\s*vcard\s*$/i.test(line.value);
    if (line.name === 'BEGIN' && isCard) begin();
    else if (line.name === 'END' && isCard && agents > 0) agents -= 1;
    else if (line.name === 'END' && isCard) finish();
    else if (draft !== null && agents === 0) takeLine(draft, line);
    announcesAgent = line.name === 'AGENT' && line.value.trim() === '';
  });

  return {
    push: lines.push,
    end() {
      lines.end();
      finish();
      return { entries, withoutAddress, openQuoteRow: null };
    },
  };
}
