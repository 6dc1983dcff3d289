import { screen, within } from '@testing-library/react';
import type { Contact } from '#core/contacts/contact.ts';
import { createFakePeople } from './fake-people.ts';
import { aliceAtExample, createFakeSoftphone } from './fake-softphone.ts';
import { buildContact } from './people-builders.ts';
import { renderPhone } from './render-phone.tsx';

export const carol = buildContact({
  id: 'carol',
  name: 'Carol Lindqvist',
  organisation: '',
  addresses: [
    { kind: 'work', value: '100' },
    { kind: 'mobile', value: '+15551234' },
  ],
});

/** The page of the contacts, with these on the device. */
export async function openContacts(contacts: readonly Contact[] = [buildContact(), carol]) {
  const keptPeople = createFakePeople({ contacts });
  const phone = createFakeSoftphone(aliceAtExample, { people: keptPeople.openPage() });
  const { user } = renderPhone(phone);
  await user.click(screen.getByRole('link', { name: 'Contacts' }));
  await screen.findByRole('searchbox', { name: 'Search' });
  const kept = async () => (await phone.people.open()).contacts.store.getState().contacts;
  return { phone, user, keptPeople, kept };
}

export const list = () => screen.findByRole('grid', { name: 'Contacts' });
export const contact = async (name: string) => within(await list()).findAllByRole('link', { name });
