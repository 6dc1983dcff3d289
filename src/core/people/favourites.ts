import type { ContactsState } from '../contacts/contact-book.ts';
import type { ReadonlyStore } from '../shared/store.ts';

/** Tells where the favourites can be called, now and whenever that changes. */
export function followFavourites(
  contacts: ReadonlyStore<ContactsState>,
  tell: (addresses: readonly string[]) => void,
): void {
  let told = '[]';
  const follow = (state: ContactsState): void => {
    const addresses = state.contacts
      .filter(({ isFavourite }) => isFavourite)
      .flatMap((contact) => contact.addresses.map(({ value }) => value));
    const next = JSON.stringify(addresses);
    if (next === told) return;
    told = next;
    tell(addresses);
  };
  contacts.subscribe(follow);
  follow(contacts.getState());
}
