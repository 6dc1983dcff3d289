/** What people put between the digits of a number. */
const separators = /[\s()./\u2010-\u2015-]/g;

/** A number as a telephone would dial it. Everything but separators stays, also what is no number. */
export const withoutSeparators = (text: string): string => text.replaceAll(separators, '');
