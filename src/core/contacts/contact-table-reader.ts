import { createCsvReader } from '../shared/csv-reader.ts';
import { unshieldCell } from '../shared/csv-writer.ts';
import { foldText } from '../shared/fold-text.ts';
import { type AddressKind, cleanContact, type ContactAddress, isCallable } from './contact.ts';
import type { ContactReader, OnContact } from './contact-reader.ts';

/** What a column holds. A label says what the address in the next column is. */
type Column =
  | {
      readonly holds:
        | 'name'
        | 'given'
        | 'family'
        | 'organisation'
        | 'note'
        | 'favourite'
        | 'label'
        | 'groups';
    }
  | { readonly holds: 'address'; readonly kind: AddressKind };

/** By the folded heading, as Arabic is written with and without its marks. */
const exact: Readonly<Record<string, Column>> = Object.fromEntries(
  (
    [
      [
        'name',
        [
          'name',
          'full name',
          'display name',
          'contact',
          'file as',
          'nombre completo',
          'anzeigename',
          'الاسم',
          'الاسم الكامل',
        ],
      ],
      ['given', ['first name', 'given name', 'vorname', 'nombre', 'الاسم الأول']],
      [
        'family',
        [
          'last name',
          'family name',
          'surname',
          'nachname',
          'apellido',
          'apellidos',
          'الاسم الأخير',
          'اسم العائلة',
        ],
      ],
      [
        'organisation',
        [
          'organisation',
          'organization',
          'organization name',
          'organization 1 - name',
          'company',
          'firma',
          'empresa',
          'الشركة',
          'اسم الشركة',
          'المؤسسة',
        ],
      ],
      ['note', ['note', 'notes', 'notiz', 'notizen', 'notas', 'ملاحظة', 'ملاحظات']],
      ['favourite', ['favourite', 'favorite', 'starred', 'مفضلة', 'المفضلة']],
      ['groups', ['labels', 'group membership', 'categories']],
    ] as const
  ).flatMap(([holds, headings]) => headings.map((heading) => [foldText(heading), { holds }])),
);

const isAddress =
  /phone|mobil|cell|handy|telef|tel\b|number|nummer|\bsip\b|numero|extension|هاتف|تليفون|جوال|محمول|موبايل|^(?:نوع )?(?:ال)?رقم(?: او العنوان)?(?: \d+)?$/;
const isOther = /fax|pager|e-?mail|street|postal|zip|assistant|yomi|id\b|فاكس|بريد|شارع|مساعد/;
const isLabel = /\b(?:type|label)$|^نوع /;

function kindOf(text: string): AddressKind {
  const folded = foldText(text);
  if (/mobil|cell|handy|movil|جوال|محمول|موبايل/.test(folded)) return 'mobile';
  if (/work|business|office|company|main|geschaft|arbeit|trabajo|عمل|مكتب|شركة/.test(folded)) return 'work';
  return /home|private|privat|casa|منزل/.test(folded) ? 'home' : 'other';
}

function columnOf(heading: string): Column | null {
  const folded = foldText(heading).trim();
  const known = Object.hasOwn(exact, folded) ? exact[folded] : undefined;
  if (known !== undefined) return known;
  if (!isAddress.test(folded) || isOther.test(folded)) return null;
  return isLabel.test(folded) ? { holds: 'label' } : { holds: 'address', kind: kindOf(folded) };
}

/** A table without headings: the name first, then what can be called. */
const unheaded = (cells: readonly string[]): readonly Column[] =>
  cells.map((_cell, index) => (index === 0 ? { holds: 'name' } : { holds: 'address', kind: 'other' }));

const isYes = (text: string): boolean => /^(?:1|true|yes|y|x|نعم)$/i.test(text.trim());

function toContact(columns: readonly (Column | null)[], cells: readonly string[]) {
  const text = { name: '', given: '', family: '', organisation: '', note: '', favourite: '', groups: '' };
  const addresses: ContactAddress[] = [];
  let label = '';
  for (const [index, column] of columns.entries()) {
    const cell = unshieldCell(cells[index] ?? '').trim();
    if (column === null) continue;
    if (column.holds === 'label') {
      label = cell;
    } else if (column.holds === 'address') {
      // Several in one cell, as Google writes them.
      for (const value of cell.split(' ::: ')) {
        const labelled = kindOf(label);
        if (value !== '') addresses.push({ kind: label === '' ? column.kind : labelled, value });
      }
      label = '';
    } else {
      text[column.holds] ||= cell;
    }
  }
  return cleanContact({
    name: text.name || [text.given, text.family].filter(Boolean).join(' '),
    organisation: text.organisation,
    addresses,
    note: text.note,
    isFavourite: isYes(text.favourite) || /\bstarred\b/i.test(text.groups),
  });
}

const looksLikeNumber = (cell: string): boolean => /\d{3}/.test(cell) && isCallable(cell);

/** The columns that the first row names; null when it is a contact itself. */
function readHeadings(cells: readonly string[]): readonly (Column | null)[] | null {
  const columns = cells.map(columnOf);
  return cells.slice(1).some(looksLikeNumber) ? null : columns;
}

/** Reads the tables that Google, Outlook and this phone write, and any other whose headings name people and numbers. */
export function createContactTableReader(onContact: OnContact): ContactReader {
  let entries = 0;
  let withoutAddress = 0;
  let columns: readonly (Column | null)[] | null = null;

  const rows = createCsvReader((cells) => {
    if (columns === null) {
      const headings = readHeadings(cells);
      columns = headings ?? unheaded(cells);
      if (headings !== null) return;
    }
    entries += 1;
    const contact = toContact(columns, cells);
    if (contact === null) withoutAddress += 1;
    else onContact(contact);
  });

  return {
    push: rows.push,
    end() {
      const { openQuoteRow } = rows.end();
      return { entries, withoutAddress, openQuoteRow };
    },
  };
}
