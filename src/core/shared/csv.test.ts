import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '#testing/any-text.ts';
import { createCsvReader } from './csv-reader.ts';
import { unshieldCell, writeCsv } from './csv-writer.ts';

/** Reads a text in pieces of `pieceLength`. */
function read(text: string, pieceLength = 1000) {
  const rows: (readonly string[])[] = [];
  const reader = createCsvReader((cells) => rows.push(cells));
  for (let start = 0; start < text.length; start += pieceLength)
    reader.push(text.slice(start, start + pieceLength));
  return { rows, ...reader.end() };
}

describe('a table that is written', () => {
  it('runs no formula in a spreadsheet, and leaves telephone numbers alone', () => {
    const cells = ['=1+1', '+49 30 1', '+1+1', '-1', '@SUM(A1)', '\t=1', "'=1", 'a=b', '1'];
    expect([...writeCsv([cells])].join('')).toBe(
      "\uFEFF'=1+1,+49 30 1,'+1+1,'-1,'@SUM(A1),\"'\t=1\",''=1,a=b,1\r\n",
    );
  });

  it('comes back as it was, in whatever pieces it is read', () => {
    const cell = fc.oneof(
      anyText(12),
      fc.string({
        unit: fc.constantFrom('"', ',', ';', '\t', '\r', '\n', "'", '=', '+', 'a', ' ', 'é'),
        maxLength: 12,
      }),
    );
    const row = fc.array(cell, { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 6 }), fc.integer({ min: 1, max: 20 }), (rows, pieceLength) => {
        // The first row says what the delimiter is.
        const table = [['a', 'b', 'c', 'd', 'e', 'f', 'g'], ...rows];
        const { rows: back, openQuoteRow } = read([...writeCsv(table)].join(''), pieceLength);
        const filled = table.filter((cells) => cells.some((text) => text.trim() !== ''));
        expect(back.map((cells) => cells.map(unshieldCell))).toEqual(filled);
        expect(openQuoteRow).toBeNull();
      }),
    );
  });
});

describe('a table that is read', () => {
  it.each([
    [
      'a comma',
      'a,b\r\n1,"2, 3"\r\n',
      [
        ['a', 'b'],
        ['1', '2, 3'],
      ],
    ],
    [
      'a semicolon',
      'a;b\n1,5;2\n',
      [
        ['a', 'b'],
        ['1,5', '2'],
      ],
    ],
    [
      'a tab',
      'a\tb, c\n1\t2',
      [
        ['a', 'b, c'],
        ['1', '2'],
      ],
    ],
    ['what Excel says', 'sep=;\r\na,b,c;d\r\n', [['a,b,c', 'd']]],
    [
      'old line breaks',
      'a,b\r1,2\r',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a quoted line break',
      'a,b\n"1\r\n2",3\n',
      [
        ['a', 'b'],
        ['1\r\n2', '3'],
      ],
    ],
    [
      'quotes within a word',
      'a,b\nx"y"z,3\n',
      [
        ['a', 'b'],
        ['x"y"z', '3'],
      ],
    ],
    [
      'blank rows',
      '\n\na,b\n,\n\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['nothing', '', []],
  ])('may have %s', (_what, text, rows) => {
    expect(read(text).rows).toEqual(rows);
    expect(read(text, 1).rows).toEqual(rows);
  });

  it('says where a quotation mark is never closed', () => {
    expect(read('a,b\n1,"2\n3,4\n')).toEqual({
      rows: [
        ['a', 'b'],
        ['1', '2\n3,4\n'],
      ],
      openQuoteRow: 2,
    });
  });

  it('keeps what is endless within bounds', () => {
    const [row] = read(`${'x'.repeat(100_000)}${',y'.repeat(1000)}`).rows;
    expect(row?.[0]).toHaveLength(8192);
    expect(row).toHaveLength(256);
  });

  it.each(['"', '""', ',', '\n', '"a', 'a,"b"\n', '\r'])('may be a megabyte of %j', (piece) => {
    // What is linear reads it in a blink; what is quadratic would need 10¹² steps.
    const text = piece.repeat(2 ** 20 / piece.length);
    expect(read(text, text.length).rows.length).toBeLessThan(text.length);
  });
});
