/** The addresses within the page that parts of it lead each other to. */
export const phoneHref = '#/phone';
export const contactsHref = '#/contacts';
export const contactHref = (contactId: string): string => `#/contacts/${encodeURIComponent(contactId)}`;
export const recordingHref = (recordingId: string): string => `#/recordings/${recordingId}`;
export const historyHref = (typed: string): string => `#/history/${encodeURIComponent(typed)}`;

/** Where a contact is made of what is known. */
export const newContactHref = (address = '', name = ''): string =>
  `#/contacts/new:${encodeURIComponent(address)}:${encodeURIComponent(name)}`;

/** What `newContactHref` was given; null for another part of an address. */
export function readNewContact(
  part: string | null,
): { readonly address: string; readonly name: string } | null {
  if (part === null || !part.startsWith('new:')) return null;
  const [, address = '', name = ''] = part.split(':').map(decodePart);
  return { address, name };
}

/** A part of an address as it was before; empty when somebody has written it by hand, and wrongly. */
export function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}
