import { expect, test } from './fixtures.ts';
import { createPhonePage } from './pages/phone-page.ts';
import { breakMicrophone } from './support/broken-microphone.ts';
import { addHeaderToInvites } from './support/trunk.ts';

for (const [name, sentence] of [
  ['NotAllowedError', 'The browser does not let this page use your microphone.'],
  ['NotFoundError', 'No microphone was found.'],
  ['NotReadableError', 'Your microphone is in use by another program.'],
] as const) {
  test(`a call without a microphone (${name}) ends with one plain sentence`, async ({ openPage, bob }) => {
    const page = await openPage('alice');
    await breakMicrophone(page, name);
    const alice = createPhonePage(page);
    await alice.open('alice');
    await alice.dial('bob');
    await alice.expectState('bob', 'Failed');
    await expect(alice.call('bob')).toContainText(sentence);
    await expect(bob.incoming('Alice')).toBeHidden();
    await alice.expectRegistration('Registered');
  });
}

test('a call that is accepted without a microphone tells both sides', async ({ openPage, alice }) => {
  const page = await openPage('bob');
  await breakMicrophone(page, 'NotAllowedError');
  const bob = createPhonePage(page);
  await bob.open('bob');
  await alice.dial('bob');
  await bob.accept('Alice');
  await bob.expectState('Alice', 'Failed');
  await expect(bob.call('Alice')).toContainText('does not let this page use your microphone');
  await alice.expectState('bob', 'Failed');
});

test('a target that is neither a number nor an address is refused in a line', async ({ alice }) => {
  await alice.dial('two words');
  await expect(alice.page.getByText('This is neither a number nor an address.')).toBeVisible();
});

test('a subject is shown as text, without what turns the writing around', async ({ openPage, bob }) => {
  const page = await openPage('alice');
  await addHeaderToInvites(page, 'Subject: \u202eDelivery <img src=x onerror=alert(1)>\u2066 <b>4711</b>');
  const alice = createPhonePage(page);
  await alice.open('alice');
  await bob.dial('alice');
  const shown = 'Delivery <img src=x onerror=alert(1)> <b>4711</b>';
  await expect(alice.incoming('Bob').getByText(shown, { exact: true })).toHaveText(shown);
  await expect(alice.incoming('Bob')).toHaveAccessibleDescription(new RegExp(String.raw`<b>4711</b>$`));
  await expect(page.locator('img[src="x"], b')).toHaveCount(0);
  await alice.accept('Bob');
  await expect(alice.call('Bob').getByText(shown, { exact: true })).toBeVisible();
});

test('markup in a name stays text', async ({ openPage, alice }) => {
  const page = await openPage('bob');
  await page.goto('/');
  await page.getByRole('textbox', { name: 'SIP address' }).fill('bob@localhost');
  await page.getByLabel('Password').fill('bob-demo');
  await page.getByRole('textbox', { name: 'Display name' }).fill('<img src=x onerror=alert(1)>');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  const bob = createPhonePage(page);
  await bob.expectRegistration('Registered');
  await bob.dial('alice');
  await expect(alice.incoming('<img src=x onerror=alert(1)>')).toBeVisible();
  await expect(alice.page.locator('img[src="x"]')).toHaveCount(0);
});
