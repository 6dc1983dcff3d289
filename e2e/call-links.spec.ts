import { expect, test } from './fixtures.ts';
import { createPhonePage } from './pages/phone-page.ts';

test('a link asks before it calls, and Call with nothing typed brings the number back after a reload', async ({
  bob,
  openPage,
}) => {
  const page = await openPage('alice');
  const alice = createPhonePage(page);
  await page.goto(`/?account=alice&call=${encodeURIComponent('sip:bob@localhost')}`);
  await alice.expectRegistration('Registered');
  await expect(page.getByText('A link asks you to call bob@localhost.')).toBeVisible();
  await expect(alice.call('bob')).toHaveCount(0);
  await page.getByRole('button', { name: 'Call bob@localhost' }).click();
  await bob.reject('Alice');
  await expect(alice.call('bob')).toContainText('bob declined the call.');

  await page.reload();
  await alice.expectRegistration('Registered');
  await expect(page.getByText('A link asks you')).toHaveCount(0);
  await page.getByRole('button', { name: 'Call', exact: true }).click();
  await page.getByRole('button', { name: 'Call', exact: true }).click();
  await expect(bob.incoming('Alice')).toBeVisible();
});

test('a link that asks for anything but a call is refused in one sentence, and the phone goes on', async ({
  openPage,
}) => {
  const page = await openPage('alice');
  const alice = createPhonePage(page);
  for (const link of [
    'javascript:document.title="taken"',
    '<img src=x onerror="document.title=`taken`">',
    'sip:bob@localhost?Replaces=a%3Bto-tag%3Db%3Bfrom-tag%3Dc',
  ]) {
    await page.goto(`/?account=alice&call=${encodeURIComponent(link)}`);
    await alice.expectRegistration('Registered');
    await expect(page.getByRole('alert').filter({ hasText: 'so nothing was called.' })).toBeVisible();
    expect(await page.title()).not.toContain('taken');
  }
  await alice.dial('echo');
  await alice.expectState('echo', 'Connected');
});
