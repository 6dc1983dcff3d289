import { expect, test } from '../fixtures.ts';
import { createPhonePage, type PhonePage } from '../pages/phone-page.ts';

/** What is told of Dave's calls (RFC 4235 §4). Nobody calls him in other tests: Kamailio would know of it. */
const calls = (...states: readonly string[]) =>
  `<?xml version="1.0"?><dialog-info xmlns="urn:ietf:params:xml:ns:dialog-info" version="1" state="full" entity="sip:dave@localhost">${states
    .map((state, index) => `<dialog id="${index}" direction="recipient"><state>${state}</state></dialog>`)
    .join('')}</dialog-info>`;

const vcard =
  'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Dave of the Office\r\nIMPP;TYPE=work:sip:dave@localhost\r\nEND:VCARD\r\n';

async function addFavourite({ page, goTo }: PhonePage): Promise<void> {
  await goTo('Contacts');
  await page
    .getByLabel('Import vCard or CSV')
    .setInputFiles({ name: 'contacts.vcf', mimeType: 'text/vcard', buffer: Buffer.from(vcard) });
  await page.getByRole('row').filter({ hasText: 'Dave of the Office' }).first().getByRole('link').click();
  await page.getByRole('button', { name: 'Favourite' }).click();
}

test('a favourite who is called and talks is seen, also after the server was away and after a reload', async ({
  alice,
  publish,
  server,
}) => {
  const { page } = alice;
  const row = page.getByRole('row').filter({ hasText: 'Dave of the Office' }).first();
  await alice.goTo('Contacts');
  await page
    .getByLabel('Import vCard or CSV')
    .setInputFiles({ name: 'contacts.vcf', mimeType: 'text/vcard', buffer: Buffer.from(vcard) });
  const line = await publish('dave', 'dialog', calls('early'));
  await row.getByRole('link').click();
  await expect(page.getByRole('article')).not.toContainText('Ringing');
  await page.getByRole('button', { name: 'Favourite' }).click();
  await expect(page.getByRole('article')).toContainText('Ringing');
  await expect(row).toContainText('Ringing');
  await line.change(calls('confirmed'));
  await expect(row).toContainText('In a call');
  await line.change(calls());
  await expect(row).toContainText('Free');

  await server.goAway();
  await alice.expectRegistration('Reconnecting');
  await expect(row).not.toContainText('Free');
  await server.comeBack();
  await alice.expectRegistration('Registered');
  await publish('dave', 'dialog', calls('confirmed'));
  await expect(row).toContainText('In a call');
  await page.reload();
  await expect(row).toContainText('In a call');

  await page.getByRole('article').getByRole('button', { name: 'Favourite' }).click();
  await expect(row).not.toContainText('In a call');
});

test('the calls of a favourite are seen by the server itself', async ({ alice, openPage, server }) => {
  const { page } = alice;
  const [carol, dave] = [createPhonePage(await openPage('bob')), createPhonePage(await openPage('bob'))];
  await carol.open('carol');
  await dave.open('dave');
  await addFavourite(alice);
  const row = page.getByRole('row').filter({ hasText: 'Dave of the Office' }).first();
  await carol.dial('dave');
  await expect(row).toContainText('Ringing');
  await dave.accept('Carol');
  await expect(row).toContainText('In a call');

  // A server that was away knows nothing of the calls that went on, but all of the next one.
  await server.goAway();
  await server.comeBack();
  await expect(row).not.toContainText('In a call');
  await dave.hangUp('Carol');
  await carol.expectState('dave', 'Terminated');
  await carol.dial('dave');
  await expect(row).toContainText('Ringing');
  await dave.reject('Carol');
  await expect(row).toContainText('Free');
});
