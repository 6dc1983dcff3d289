import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PhoneError } from '#core/errors/phone-error.ts';
import { createFakePeople } from '#testing/fake-people.ts';
import { aliceAtExample, createFakeSoftphone } from '#testing/fake-softphone.ts';
import { layOut } from '#testing/lay-out.ts';
import { carol, contact, list, openContacts } from '#testing/open-contacts.ts';
import { buildContact } from '#testing/people-builders.ts';
import { renderPhone } from '#testing/render-phone.tsx';

beforeEach(layOut);
afterEach(() => vi.restoreAllMocks());

describe('the contacts', () => {
  it('say that there are none, and where they can come from', async () => {
    await openContacts([]);
    expect(await screen.findByRole('heading', { name: 'No contacts yet' })).toBeInTheDocument();
  });

  it('that cannot be read are not said to be none, and are read when they can be', async () => {
    const keptPeople = createFakePeople({ contacts: [carol] });
    const phone = createFakeSoftphone(aliceAtExample, { people: keptPeople.openPage() });
    keptPeople.contacts.refuse('contacts/storage-failed');
    const { user } = renderPhone(phone);
    await user.click(screen.getByRole('link', { name: 'Contacts' }));
    const again = await screen.findByRole('button', { name: 'Try again' });
    expect(screen.queryByRole('heading', { name: 'No contacts yet' })).toBeNull();
    keptPeople.contacts.refuse(null);
    await user.click(again);
    expect(await contact('Carol Lindqvist')).toHaveLength(1);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('are added or brought from where there is none', async () => {
    const { user } = await openContacts([]);
    const choose = vi.spyOn(HTMLInputElement.prototype, 'click');
    await user.click(await screen.findByRole('button', { name: 'Import vCard or CSV' }));
    expect(choose.mock.contexts).toEqual([screen.getByLabelText('Import vCard or CSV')]);
    await user.click(screen.getByRole('link', { name: 'Add a contact' }));
    expect(await screen.findByRole('textbox', { name: 'Name' })).toBeInTheDocument();
  });

  it('are made, and called', async () => {
    const { phone, user } = await openContacts([]);
    await user.click(screen.getByRole('link', { name: 'New contact' }));
    await user.type(await screen.findByLabelText('Name'), 'Dave');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(screen.getByLabelText('Number or address 1')).toHaveAccessibleDescription(/Enter a number/);
    await user.type(screen.getByLabelText('Number or address 1'), 'dave@@');
    expect(screen.getByLabelText('Number or address 1')).toHaveAccessibleDescription(/neither a number/);
    await user.clear(screen.getByLabelText('Number or address 1'));
    await user.type(screen.getByLabelText('Number or address 1'), 'dave@example.com');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByRole('heading', { name: 'Dave' })).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Call dave@example.com' }));
    expect(phone.commands).toContainEqual(['placeCall', 'dave@example.com']);
  });

  it('say in the list why one of them cannot be called now', async () => {
    const { phone, user } = await openContacts();
    await list();
    vi.spyOn(phone, 'placeCall').mockImplementationOnce(() => {
      throw new PhoneError({ code: 'call/too-many-calls' });
    });
    await user.click(screen.getByRole('button', { name: 'Call Carol Lindqvist' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(/as many calls as the phone can hold/);
    await user.click(screen.getByRole('button', { name: 'Call Carol Lindqvist' }));
    expect(location.hash).toBe('#/phone');
  });

  it('say of favourites whether they are in a call, where the server tells', async () => {
    const { phone, user } = await openContacts([buildContact({ isFavourite: true }), carol]);
    const [row] = (await contact('Bob Okonkwo')).map((link) => link.closest('[role="row"]'));
    expect(row).not.toHaveTextContent(/Free|In a call/);
    act(() => phone.busyLamps.setState(new Map([['bob@example.com', 'idle']])));
    expect(row).toHaveTextContent('Free');
    act(() => phone.busyLamps.setState(new Map([['bob@example.com', 'busy']])));
    expect(row).toHaveTextContent('In a call');
    await user.click((await contact('Bob Okonkwo'))[0] ?? document.body);
    expect(within(await screen.findByRole('article')).getByText('In a call')).toBeInTheDocument();
    act(() => phone.busyLamps.setState(new Map()));
    expect(screen.queryByText('In a call')).not.toBeInTheDocument();
  });

  it('are changed in their place, and left as they were with Escape', async () => {
    const { user, kept } = await openContacts();
    await user.click((await contact('Carol Lindqvist'))[0] ?? document.body);
    await user.click(await screen.findByRole('button', { name: 'Edit' }));
    await user.type(screen.getByLabelText('Name'), ' X{Escape}');
    expect(screen.getByRole('heading', { name: 'Carol Lindqvist' })).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Edit' }));
    await user.type(screen.getByLabelText('Organisation'), 'Northwind');
    await user.click(screen.getByRole('button', { name: 'Remove number 2' }));
    await user.click(screen.getByRole('button', { name: 'Add a number' }));
    await user.type(screen.getByLabelText('Number or address 2'), '200');
    await user.selectOptions(screen.getByLabelText('Kind of number 2'), 'Home');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(async () =>
      expect((await kept()).find(({ contactId }) => contactId === 'carol')).toEqual({
        ...carol,
        organisation: 'Northwind',
        addresses: [
          { kind: 'work', value: '100' },
          { kind: 'home', value: '200' },
        ],
      }),
    );
  });

  it('keep what was typed when a call takes the form away, until it is saved or cancelled', async () => {
    const { user } = await openContacts();
    const leaveAndComeTo = async (link: string) => {
      location.hash = '#/phone';
      await waitFor(() => expect(screen.queryByRole('searchbox')).not.toBeInTheDocument());
      await user.click(screen.getByRole('link', { name: 'Contacts' }));
      await user.click((await contact(link))[0] ?? document.body);
    };
    await user.click((await contact('Carol Lindqvist'))[0] ?? document.body);
    await user.click(await screen.findByRole('button', { name: 'Edit' }));
    await user.type(screen.getByLabelText('Name'), ' the Second');
    await user.click(screen.getByRole('button', { name: 'Add a number' }));
    await user.type(screen.getByLabelText('Number or address 3'), '300');
    await leaveAndComeTo('Carol Lindqvist');
    expect(await screen.findByLabelText('Name')).toHaveValue('Carol Lindqvist the Second');
    expect(screen.getByLabelText('Number or address 3')).toHaveValue('300');
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    await leaveAndComeTo('Carol Lindqvist');
    expect(await screen.findByRole('heading', { name: 'Carol Lindqvist' })).toBeInTheDocument();

    const add = async () => user.click(await screen.findByRole('link', { name: 'New contact' }));
    await add();
    await user.type(await screen.findByLabelText('Name'), 'Dave');
    await leaveAndComeTo('Carol Lindqvist');
    await add();
    expect(await screen.findByLabelText('Name')).toHaveValue('Dave');
    await user.type(screen.getByLabelText('Number or address 1'), 'dave');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByRole('heading', { name: 'Dave' })).toBeInTheDocument();
    await add();
    expect(await screen.findByLabelText('Name')).toHaveValue('');
  });

  it('are favourites, which come first', async () => {
    const { user } = await openContacts();
    await user.click((await contact('Carol Lindqvist'))[0] ?? document.body);
    await user.click(await screen.findByRole('button', { name: 'Favourite' }));
    expect(await within(await list()).findByRole('heading', { name: 'Favourites' })).toBeInTheDocument();
    expect(await contact('Carol Lindqvist')).toHaveLength(2);
    expect(screen.getByRole('button', { name: 'Favourite' })).toHaveAttribute('aria-pressed', 'true');
  });

  it('are deleted, and come back', async () => {
    const { user } = await openContacts();
    await user.click((await contact('Carol Lindqvist'))[0] ?? document.body);
    await user.click(await screen.findByRole('button', { name: 'Delete' }));
    expect(await screen.findByText('Carol Lindqvist was deleted.')).toBeInTheDocument();
    await waitFor(() =>
      expect(screen.queryByRole('link', { name: 'Carol Lindqvist' })).not.toBeInTheDocument(),
    );
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await contact('Carol Lindqvist')).toHaveLength(1);
  });

  it('that cannot be changed or brought back say so, and the offer stays', async () => {
    const { user, keptPeople } = await openContacts();
    await user.click((await contact('Carol Lindqvist'))[0] ?? document.body);
    const stage = (await screen.findByRole('button', { name: 'Favourite' })).closest('section');
    if (stage === null) throw new Error('the contact is nowhere');
    keptPeople.contacts.refuse('contacts/storage-full');
    await user.click(screen.getByRole('button', { name: 'Favourite' }));
    // In a narrow window the list is out of sight.
    expect(await within(stage).findByRole('alert')).toHaveTextContent(/no room left for your contacts/);
    keptPeople.contacts.refuse(null);
    await user.click(screen.getByRole('button', { name: 'Delete' }));
    keptPeople.contacts.refuse('contacts/storage-full');
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(/no room left for your contacts/);
    keptPeople.contacts.refuse(null);
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await contact('Carol Lindqvist')).toHaveLength(1);
  });

  it('are searched', async () => {
    const { user } = await openContacts();
    await list();
    await user.type(screen.getByRole('searchbox'), 'north');
    await waitFor(() =>
      expect(screen.queryByRole('link', { name: 'Carol Lindqvist' })).not.toBeInTheDocument(),
    );
    await user.type(screen.getByRole('searchbox'), 'x');
    expect(await screen.findByRole('heading', { name: 'Nobody is like that' })).toBeInTheDocument();
  });

  it('say why a change is not kept, and keep what was typed', async () => {
    const { user, keptPeople } = await openContacts();
    await user.click((await contact('Carol Lindqvist'))[0] ?? document.body);
    await user.click(await screen.findByRole('button', { name: 'Edit' }));
    keptPeople.contacts.refuse('contacts/storage-full');
    await user.type(screen.getByLabelText('Name'), ' the Second');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(/no room left for your contacts/);
    expect(screen.getByLabelText('Name')).toHaveValue('Carol Lindqvist the Second');
  });
});

it('a call is named as the contacts name it', async () => {
  const keptPeople = createFakePeople({ contacts: [carol] });
  const phone = createFakeSoftphone(aliceAtExample, { people: keptPeople.openPage() });
  renderPhone(phone);
  await act(() => phone.people.open());
  act(() => {
    phone.placeCall('sip:+15551234@trunk.example.net');
  });
  expect(await screen.findByRole('region', { name: 'Call with Carol Lindqvist' })).toBeInTheDocument();
});
