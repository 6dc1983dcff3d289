import { expect, test } from './fixtures.ts';
import { breakMicrophone } from './support/broken-microphone.ts';
import { expectNothingOpen } from './support/media-watch.ts';

test('a phone is checked before a call, and then the microphone is closed', async ({ alice }) => {
  await alice.page.getByRole('link', { name: 'Check sound and network' }).click();
  await alice.page.getByRole('button', { name: 'Start the check' }).click();
  await alice.page.getByRole('button', { name: 'Yes, I heard it' }).click();
  const lines = alice.page.getByRole('list', { name: 'What was found' });
  await expect(lines).toContainText('hears you.');
  await expect(lines).toContainText('The server of your calls answers.');
  await expect(lines).toContainText('Sound can go directly.');
  await expect(lines).toContainText('alice@localhost: calls reach you.');
  await expect(alice.page.getByText('Everything works: you can call.')).toBeVisible();
  await expectNothingOpen(alice.page);
});

test('a stranger whose microphone is denied is told what to do', async ({ openPage }) => {
  const page = await openPage('bob');
  await breakMicrophone(page, 'NotAllowedError');
  await page.goto('/');
  await page.getByRole('button', { name: 'Check sound and network' }).click();
  await page.getByRole('button', { name: 'Start the check' }).click();
  const microphone = page.getByRole('listitem', { name: 'Microphone' });
  await expect(microphone).toContainText('The browser does not let this page use your microphone.');
  await expect(microphone).toContainText('Allow the microphone beside the address bar');
  await page.getByRole('button', { name: 'No', exact: true }).click();
  await expect(page.getByText('2 things are not well.')).toBeVisible();
});
