import { isFound, searchable, type Search } from '../shared/search-text.ts';
import type { Contact } from './contact.ts';

const texts = new WeakMap<Contact, string>();

/** What a search finds a contact by: name, organisation and addresses. Kept with the contact. */
export function contactText(contact: Contact): string {
  const known = texts.get(contact);
  if (known !== undefined) return known;
  const { name, organisation, addresses } = contact;
  const text = searchable(
    [name, organisation],
    addresses.map(({ value }) => value),
  );
  texts.set(contact, text);
  return text;
}

/** The contacts that a search finds, in their order. */
export const findContacts = (contacts: readonly Contact[], search: Search): readonly Contact[] =>
  search.words.length === 0 ? contacts : contacts.filter((contact) => isFound(contactText(contact), search));
