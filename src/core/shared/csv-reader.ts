import { scanUntil } from './scan-text.ts';

/** Reads CSV (RFC 4180) piece by piece, in time linear in its length and in bounded memory. Never throws. */
export interface CsvReader {
  readonly push: (text: string) => void;
  /** Gives the last row. `openQuoteRow` is the number of the row (from 1) whose quotation mark is never closed; null when all are. */
  readonly end: () => { readonly openQuoteRow: number | null };
}

/** What is longer is cut off. */
const maxCellLength = 8192;
const maxCells = 256;

const delimiters = ['\t', ';', ','] as const;
type Delimiter = (typeof delimiters)[number];

/** The delimiter that stands most often outside of quotes, of equals the rarer one; a comma when there is none. */
function guessDelimiter(line: string): Delimiter {
  const plain = line.replaceAll(/"[^"]*"?/g, '');
  const counts = delimiters.map((delimiter) => plain.split(delimiter).length - 1);
  const most = Math.max(...counts);
  return most === 0 ? ',' : (delimiters[counts.indexOf(most)] ?? ',');
}

/** The longest first line by which the delimiter is told. */
const maxFirstLine = 65_536;

/** A reader that gives each row that is not blank to `onRow`, in order. The delimiter is told from the first line. */
export function createCsvReader(onRow: (cells: readonly string[]) => void): CsvReader {
  let delimiter: Delimiter | null = null;
  /** What stops a run of plain text, outside and inside quotes. */
  let stop = /[,\r\n]/g;
  const quote = /"/g;
  let rowNumber = 1;
  let cells: string[] = [];
  let cell = '';
  let inQuotes = false;
  let quotedSince = 0;
  /** A quote inside quotes: the end, or the first half of a doubled one. */
  let sawQuote = false;
  let sawReturn = false;

  const take = (text: string): void => {
    if (cell.length < maxCellLength) cell += text.slice(0, maxCellLength - cell.length);
  };
  const endCell = (): void => {
    if (cells.length < maxCells) cells.push(cell);
    cell = '';
  };
  const endRow = (): void => {
    endCell();
    if (cells.some((text) => text.trim() !== '')) onRow(cells);
    cells = [];
    rowNumber += 1;
  };

  /** What follows the line that some programs say the delimiter by. */
  const begin = (text: string): string => {
    const separator = /^\uFEFF?sep=([,;\t])(?:\r\n?|\n)/.exec(text);
    const line = /^[^\r\n]*/.exec(text.slice(0, maxFirstLine))?.[0] ?? '';
    delimiter = (separator?.[1] as Delimiter | undefined) ?? guessDelimiter(line);
    stop = delimiter === '\t' ? /[\t\r\n]/g : new RegExp(`[${delimiter}\\r\\n]`, 'g');
    return text.slice(separator?.[0].length ?? (text.startsWith('\uFEFF') ? 1 : 0));
  };

  const read = (text: string): void => {
    let at = 0;
    while (at < text.length) {
      const character = text[at];
      if (sawQuote) {
        sawQuote = false;
        if (character === '"') {
          take('"');
          at += 1;
          continue;
        }
        inQuotes = false;
      }
      if (inQuotes) {
        const end = scanUntil(text, at, quote);
        take(text.slice(at, end));
        sawQuote = end < text.length;
        at = end + 1;
      } else if (character === '"' && cell === '') {
        inQuotes = true;
        quotedSince = rowNumber;
        at += 1;
      } else if (character === '\n' && sawReturn) {
        at += 1;
      } else if (character === '\r' || character === '\n') {
        endRow();
        at += 1;
      } else if (character === delimiter) {
        endCell();
        at += 1;
      } else {
        const end = scanUntil(text, at, stop);
        take(text.slice(at, end));
        at = end;
      }
      sawReturn = character === '\r' && !inQuotes;
    }
  };

  /** The first line, until it is whole. */
  let head: string | null = '';
  let headEnd = '';
  const readHead = (): void => {
    const text = begin(head ?? '');
    head = null;
    read(text);
  };

  return {
    push(text) {
      if (head === null) {
        read(text);
        return;
      }
      head += text;
      // What Excel says is followed by the first line itself.
      const isWhole = /[\r\n][^\r\n]/.test(headEnd + text);
      headEnd = text.slice(-1);
      if (isWhole || head.length >= maxFirstLine) readHead();
    },
    end() {
      if (head !== null) readHead();
      const isOpen = inQuotes && !sawQuote;
      if (cell !== '' || cells.length > 0) endRow();
      return { openQuoteRow: isOpen ? quotedSince : null };
    },
  };
}
