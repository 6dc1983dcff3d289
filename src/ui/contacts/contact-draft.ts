import type { ContactBook } from '#core/contacts/contact-book.ts';
import type { AddressKind, ContactDetails } from '#core/contacts/contact.ts';

/** An address as it is typed; `key` stays its own while others come and go. */
export interface AddressRow {
  readonly key: number;
  readonly kind: AddressKind;
  readonly value: string;
}

/** What stands in the form of a contact. */
export interface TypedContact {
  readonly name: string;
  readonly organisation: string;
  readonly note: string;
  readonly rows: readonly AddressRow[];
}

/** What was typed into one form and is not saved: a call that is accepted takes the form off the page. Never on disk. */
export interface ContactDraft {
  /** Null when there is nothing. */
  readonly read: () => TypedContact | null;
  readonly keep: (typed: TypedContact) => void;
  readonly drop: () => void;
}

const draftsOf = new WeakMap<ContactBook, Map<string, TypedContact>>();

/** The draft of one form among those of these contacts. */
export function contactDraft(book: ContactBook, form: string): ContactDraft {
  const drafts = draftsOf.get(book) ?? new Map<string, TypedContact>();
  draftsOf.set(book, drafts);
  return {
    read: () => drafts.get(form) ?? null,
    keep: (typed) => void drafts.set(form, typed),
    drop: () => void drafts.delete(form),
  };
}

/** The form of these details, before anything is typed. */
export const typedFrom = ({ name, organisation, note, addresses }: ContactDetails): TypedContact => ({
  name,
  organisation,
  note,
  rows:
    addresses.length === 0
      ? [{ key: 0, kind: 'work', value: '' }]
      : addresses.map((address, key) => ({ ...address, key })),
});
