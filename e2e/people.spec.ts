import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { untilSeconds } from './support/call-timer.ts';

const callRow = (page: Page, text: string) =>
  page.getByRole('grid', { name: 'Calls' }).getByRole('row').filter({ hasText: text });

test('a missed call is counted, called back, and there after a reload with its sound and its recording', async ({
  alice,
  bob,
}) => {
  await bob.dial('alice');
  await expect(alice.incoming('Bob')).toBeVisible();
  await bob.hangUp('alice');
  const history = alice.page.getByRole('link', { name: 'History', exact: true });
  await expect(history).toHaveAccessibleDescription('1 missed call');

  await alice.goTo('History');
  await expect(callRow(alice.page, 'Missed')).toContainText('Bob');
  await expect(history).not.toHaveAccessibleDescription(/missed/);

  await alice.page.getByRole('button', { name: 'Call Bob' }).click();
  await bob.accept('Alice');
  await alice.expectState('bob', 'Connected');
  // It is measured once a second.
  await untilSeconds(alice, 'bob', 3);
  await alice.hangUp('bob');

  await alice.page.reload();
  await alice.expectRegistration('Registered');
  await alice.goTo('History');
  const answered = callRow(alice.page, 'Sound ');
  await expect(answered).toContainText(/Sound \w+, [\d.]+% lost/);
  await expect(callRow(alice.page, 'Missed')).toHaveCount(1);
  await answered.getByRole('link', { name: /^Recording of the call/ }).click();
  const recording = alice.page.getByRole('listitem').and(alice.page.locator('[aria-current=true]'));
  await expect(recording).toBeFocused();
  await expect(recording.getByRole('button', { name: 'Play' })).toBeVisible();
});

const robert =
  'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Robert of the Office\r\nORG:Northwind\r\nIMPP;TYPE=work:sip:bob@localhost\r\nTEL;TYPE=cell:+4930123456\r\nEND:VCARD\r\n';

test('a contact of a vCard names who calls, is a favourite, and comes back from its export', async ({
  alice,
  bob,
}) => {
  const { page } = alice;
  const importText = (text: string) =>
    page
      .getByLabel('Import vCard or CSV')
      .setInputFiles({ name: 'contacts.vcf', mimeType: 'text/vcard', buffer: Buffer.from(text) });
  const contacts = page.getByRole('grid', { name: 'Contacts' });
  const listed = contacts.getByRole('link', { name: 'Robert of the Office' });

  await alice.goTo('Contacts');
  await importText(robert);
  await expect(page.getByText('1 contact was added.')).toBeVisible();
  await listed.click();
  await expect(page.getByText('+49 30 123456')).toBeVisible();
  await page.getByRole('button', { name: 'Favourite' }).click();
  await expect(contacts.getByRole('heading', { name: 'Favourites' })).toBeVisible();

  await bob.dial('alice');
  await expect(alice.incoming('Robert of the Office')).toBeVisible();
  await alice.reject('Robert of the Office');

  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Export as vCard' }).click();
  const file = await readFile(await (await saved).path(), 'utf8');
  expect(file).toContain('FN:Robert of the Office');

  await page.getByRole('button', { name: 'Delete' }).click();
  await expect(listed).toHaveCount(0);
  await importText(file);
  await expect(page.getByText('1 contact was added.')).toBeVisible();
  await expect(contacts.getByRole('heading', { name: 'Favourites' })).toBeVisible();
  await listed.first().click();
  await expect(page.getByRole('article').getByText('bob@localhost')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Favourite' })).toHaveAttribute('aria-pressed', 'true');
});
