import type { ContactDetails } from './contact.ts';

/** What became of a file of contacts. */
export interface ReadReport {
  /** How many entries there were, readable or not. */
  readonly entries: number;
  /** How many of them have nothing that could be called. */
  readonly withoutAddress: number;
  /** Where a table has a quotation mark that is never closed (row, from 1); null when there is none. */
  readonly openQuoteRow: number | null;
}

/** Reads contacts piece by piece, in time linear in the length and in bounded memory. Never throws. */
export interface ContactReader {
  readonly push: (text: string) => void;
  /** To be called once, after the last piece. */
  readonly end: () => ReadReport;
}

/** Takes each contact as it is read, clean. */
export type OnContact = (contact: ContactDetails) => void;
