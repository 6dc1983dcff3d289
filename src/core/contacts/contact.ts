import { displayText } from '../identity/display-text.ts';
import { resolveTarget } from '../signalling/sip-target.ts';
import { foldText } from '../shared/fold-text.ts';

declare const brand: unique symbol;
/** A contact of ours, unique in this browser. */
export type ContactId = string & { readonly [brand]: 'ContactId' };
/** Takes a text for the id that it is. */
export const asContactId = (value: string): ContactId => value as ContactId;

export const addressKinds = ['mobile', 'work', 'home', 'other'] as const;
export type AddressKind = (typeof addressKinds)[number];

/** Where a contact can be called. */
export interface ContactAddress {
  readonly kind: AddressKind;
  /** A number in any spelling, a SIP address, or a name in the account's own domain: what `resolveTarget` takes. */
  readonly value: string;
}

/** What is known of a person, without who they are in this browser. Clean: see `cleanContact`. */
export interface ContactDetails {
  readonly name: string;
  /** Empty when there is none. */
  readonly organisation: string;
  /** In the person's order; at least one. */
  readonly addresses: readonly ContactAddress[];
  /** May have several lines; empty when there is none. */
  readonly note: string;
  readonly isFavourite: boolean;
}

/** Someone whom the person calls or is called by. */
export interface Contact extends ContactDetails {
  readonly contactId: ContactId;
}

const maxNameLength = 120;
const maxNoteLines = 40;
const maxNoteLineLength = 500;
const maxAddresses = 20;

/** Whether the phone could call it. */
export function isCallable(value: string): boolean {
  try {
    resolveTarget(value, 'localhost');
    return true;
  } catch {
    return false;
  }
}

/** A call address as it is kept: without scheme, headers and parameters of a link, visible characters only. */
function cleanAddress(text: string): string {
  const [, rest = ''] = /^\s*(?:(?:tel|sips?):)?([^?]*)/i.exec(text.slice(0, 512)) ?? [];
  const host = rest.lastIndexOf('@') + 1;
  return displayText(rest.slice(0, host) + (rest.slice(host).split(';')[0] ?? ''), 256);
}

const cleanNote = (note: string): string =>
  note
    .slice(0, maxNoteLines * maxNoteLineLength * 2)
    .split(/\r\n?|\n/)
    .slice(0, maxNoteLines)
    .map((line) => displayText(line, maxNoteLineLength))
    .join('\n')
    .trim();

/**
 * What somebody typed or a file brought, as it may be kept and shown: invisible and turned-around writing is taken out,
 * lengths are bounded, addresses that cannot be called and second ones are left out. A nameless one is named by its
 * organisation or first address. Null when nothing of it can be called.
 */
export function cleanContact(details: ContactDetails): ContactDetails | null {
  const seen = new Set<string>();
  const addresses: ContactAddress[] = [];
  for (const { kind, value } of details.addresses) {
    const address = cleanAddress(value);
    if (addresses.length === maxAddresses || seen.has(address) || !isCallable(address)) continue;
    seen.add(address);
    addresses.push({ kind, value: address });
  }
  const [first] = addresses;
  if (first === undefined) return null;
  const organisation = displayText(details.organisation, maxNameLength);
  return {
    name: displayText(details.name, maxNameLength) || organisation || first.value,
    organisation,
    addresses,
    note: cleanNote(details.note),
    isFavourite: details.isFavourite,
  };
}

/** By what contacts are sorted: without case and accents, the same on every machine. */
export const sortKey = ({ name }: Pick<Contact, 'name'>): string => foldText(name);

/** What two contacts that say the same have in common. */
export const contactFingerprint = ({ name, addresses }: ContactDetails): string =>
  JSON.stringify([foldText(name), ...addresses.map(({ value }) => value).sort()]);
