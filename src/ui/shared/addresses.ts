/** The pages. */
export const routes = ['phone', 'recordings', 'history', 'contacts', 'settings'] as const;
export type Route = (typeof routes)[number];

/** The address of a page, or of a part of it: a recording, a contact, what to search for, a section. */
export const hrefOf = (route: Route, part?: string): string =>
  part === undefined ? `#/${route}` : `#/${route}/${encodeURIComponent(part)}`;

/** Goes there, as a click on a link would. */
export function goTo(route: Route, part?: string): void {
  location.hash = hrefOf(route, part);
}

/** What an address within the page names: "phone" for one that names no page; no part for one that somebody wrote by hand, and wrongly. */
export function readAddress(hash: string): { readonly route: Route; readonly part: string | null } {
  const [page, part] = hash.replace(/^#\/?/, '').split('/');
  return { route: routes.find((route) => route === page) ?? 'phone', part: part ? decodePart(part) : null };
}

/** The part of the contacts' page where one is made of what is known. */
export const newContactPart = (address = '', name = ''): string =>
  `new:${encodeURIComponent(address)}:${encodeURIComponent(name)}`;

/** What `newContactPart` was given; null for another part. */
export function readNewContact(
  part: string | null,
): { readonly address: string; readonly name: string } | null {
  if (part === null || !part.startsWith('new:')) return null;
  const [, address, name] = part.split(':').map(decodePart);
  return { address: address ?? '', name: name ?? '' };
}

function decodePart(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
