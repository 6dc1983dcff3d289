/** Longest note, in UTF-16 code units. */
export const longestNotes = 4000;

/** Controls but tab and line break, and what turns the direction of writing. */
const unwanted = /[^\n\t\P{Cc}]|[\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** What is kept of a text of unknown origin as notes: line breaks stay, nothing that cannot be seen does. */
export const cleanNotes = (text: string): string =>
  text.replaceAll('\r\n', '\n').replaceAll(unwanted, '').slice(0, longestNotes).trim();
