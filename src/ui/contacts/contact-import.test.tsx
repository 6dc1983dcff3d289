import { screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { layOut } from '#testing/lay-out.ts';
import { contact, list, openContacts } from '#testing/open-contacts.ts';
import { buildContact } from '#testing/people-builders.ts';

beforeEach(layOut);
afterEach(() => vi.restoreAllMocks());

async function importText(text: string | Uint8Array<ArrayBuffer>, name = 'contacts.vcf') {
  const { user, ...rest } = await openContacts([buildContact()]);
  await user.upload(screen.getByLabelText('Import vCard or CSV'), new File([text], name));
  return { user, ...rest };
}

describe('an import', () => {
  it('brings a vCard, says what became of it, and is taken back', async () => {
    const { user, kept } = await importText(
      'BEGIN:VCARD\nFN:Zoë\nTEL:100\nEND:VCARD\nBEGIN:VCARD\nFN:Nobody\nEND:VCARD\n' +
        'BEGIN:VCARD\nFN:Bob Okonkwo\nIMPP:sip:bob@example.com\nEND:VCARD\n',
    );
    expect(
      await screen.findByText(
        '1 contact was added. 1 was there already. 1 has no number or address and was left out.',
      ),
    ).toBeInTheDocument();
    expect(await contact('Zoë')).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(async () => expect(await kept()).toHaveLength(1));
  });

  it('takes a table in an old encoding', async () => {
    await importText(
      Uint8Array.from('Name;Telefon\nJ\u00f6rg;030 1234\n', (char) => char.charCodeAt(0)),
      'a.csv',
    );
    expect(await screen.findByText(/1 contact was added\..+old encoding/)).toBeInTheDocument();
    expect(await contact('Jörg')).toHaveLength(1);
  });

  it('is stopped while the file is read, and nothing of it is kept', async () => {
    const { user, kept } = await importText(`Name,Phone\n${'Zoe,100\n'.repeat(100_000)}`, 'a.csv');
    await user.click(await screen.findByRole('button', { name: 'Stop' }));
    await waitFor(() => expect(screen.queryByRole('progressbar')).not.toBeInTheDocument());
    expect(await kept()).toHaveLength(1);
  });

  it('goes on while another page is shown, and says there what became of it when one comes back', async () => {
    const { user, phone, kept } = await openContacts([]);
    const { contacts } = await phone.people.open();
    const { addAll } = contacts;
    let goOn = (): void => undefined;
    const held = new Promise<void>((resolve) => (goOn = resolve));
    vi.spyOn(contacts, 'addAll').mockImplementationOnce(async (people, onImported) => {
      onImported(1);
      await held;
      return addAll(people, onImported);
    });
    const cards = ['Zoë', 'Ada'].map((name) => `BEGIN:VCARD\nFN:${name}\nTEL:100\nEND:VCARD\n`);
    const file = new File(cards, 'a.vcf');
    await user.upload(screen.getByLabelText('Import vCard or CSV'), file);
    expect(await screen.findByText(/Keeping your contacts… 50/)).toBeInTheDocument();
    expect(screen.queryByRole('heading', { name: 'No contacts yet' })).not.toBeInTheDocument();

    await user.click(screen.getByRole('link', { name: 'History' }));
    await waitFor(() => expect(screen.queryByRole('progressbar')).not.toBeInTheDocument());
    await user.click(screen.getByRole('link', { name: 'Contacts' }));
    expect(await screen.findByText(/Keeping your contacts… 50/)).toBeInTheDocument();

    await user.click(screen.getByRole('link', { name: 'History' }));
    goOn();
    await waitFor(async () => expect(await kept()).toHaveLength(2));
    await user.click(screen.getByRole('link', { name: 'Contacts' }));
    expect(await screen.findByText('2 contacts were added.')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(async () => expect(await kept()).toEqual([]));
  });

  it.each([
    ['an empty file', ''],
    ['a table without numbers', 'Name,E-mail\nBob,bob@example.com\n'],
    ['markup', '<html><body><script>alert(1)</script></body></html>'],
  ])('of %s says that there is nobody in it', async (_what, text) => {
    await importText(text);
    expect(await screen.findByRole('alert')).toHaveTextContent(/nobody in this file.+vCard/);
  });

  it('of something that is no text says so', async () => {
    await importText(Uint8Array.of(0x89, 0x50, 0, 0, 1, 2, 3));
    expect(await screen.findByRole('alert')).toHaveTextContent(/could not be read/);
  });

  it('of a table whose quotation mark is never closed says where', async () => {
    await importText('Name,Phone\nBob,100\n"Carol,200\n', 'a.csv');
    expect(await screen.findByText(/mark in row 3 is never closed/)).toBeInTheDocument();
  });

  it('that a full disk ends says so, and the phone goes on', async () => {
    const { user, keptPeople } = await openContacts([buildContact()]);
    await list();
    keptPeople.contacts.refuse('contacts/storage-full');
    await user.upload(
      screen.getByLabelText('Import vCard or CSV'),
      new File(['BEGIN:VCARD\nFN:A\nTEL:1\nEND:VCARD'], 'a.vcf'),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(/no room left for your contacts/);
    expect(await contact('Bob Okonkwo')).toHaveLength(1);
  });
});
