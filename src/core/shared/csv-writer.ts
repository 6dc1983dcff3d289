/** What spreadsheets take for the beginning of a formula, also behind what shields it. */
const formula = /^'*\s*[=+\-@]/;
/** A telephone number: nothing is run there, and other programs would keep the apostrophe. */
const telephoneNumber = /^\+[\d ]+$/;
const needsQuotes = /[",;\r\n\t]|^\s|\s$/;

function writeCell(text: string): string {
  const shielded = formula.test(text) && !telephoneNumber.test(text) ? `'${text}` : text;
  return needsQuotes.test(shielded) ? `"${shielded.replaceAll('"', '""')}"` : shielded;
}

/** A cell as `writeCsv` was given it: one of the apostrophes that shield a formula is taken away. */
export const unshieldCell = (text: string): string =>
  text.startsWith("'") && formula.test(text) ? text.slice(1) : text;

/**
 * A table as CSV (RFC 4180), row by row, with a byte order mark, so that spreadsheets take it for UTF-8. A cell that a
 * spreadsheet would run as a formula gets an apostrophe before it; a telephone number stays as it is.
 */
export function* writeCsv(rows: Iterable<readonly string[]>): Iterable<string> {
  yield '\uFEFF';
  for (const row of rows) yield `${row.map(writeCell).join(',')}\r\n`;
}

/** The rows of such a table: its headings and one for each of the items, made as it is asked for. */
export function* tableOf<Item>(
  headings: readonly string[],
  items: Iterable<Item>,
  toRow: (item: Item) => readonly string[],
): Iterable<readonly string[]> {
  yield headings;
  for (const item of items) yield toRow(item);
}
