/** What spreadsheets take for the beginning of a formula, also behind what shields it. */
const formula = /^'*\s*[=+\-@]/;
const needsQuotes = /[",;\r\n\t]|^\s|\s$/;

function writeCell(text: string): string {
  const shielded = formula.test(text) ? `'${text}` : text;
  return needsQuotes.test(shielded) ? `"${shielded.replaceAll('"', '""')}"` : shielded;
}

/** A cell as `writeCsv` was given it: one of the apostrophes that shield a formula is taken away. */
export const unshieldCell = (text: string): string =>
  text.startsWith("'") && formula.test(text) ? text.slice(1) : text;

/**
 * A table as CSV (RFC 4180), with a byte order mark, so that spreadsheets take it for UTF-8. A cell that a spreadsheet
 * would run as a formula gets an apostrophe before it.
 */
export const writeCsv = (rows: Iterable<readonly string[]>): string =>
  `\uFEFF${Array.from(rows, (row) => `${row.map(writeCell).join(',')}\r\n`).join('')}`;
