import { expect, test } from './fixtures.ts';
import { createPhonePage } from './pages/phone-page.ts';

test('two accounts in one page: reached by both, calling by either, and one that leaves is gone', async ({
  openPage,
  bob,
}) => {
  const phone = createPhonePage(await openPage('alice'));
  const { page } = phone;
  await page.goto('/?account=alice&account=carol');
  const menu = page.getByRole('button', { name: /^Accounts: / });
  const account = (address: string) => page.getByRole('listitem', { name: address });
  await menu.click();
  for (const address of ['alice@localhost', 'carol@localhost']) {
    await expect(account(address).getByRole('status')).toHaveText('Registered');
  }
  await menu.click();

  await bob.dial('carol');
  await expect(phone.incoming('Bob')).toContainText('to carol@localhost');
  await phone.accept('Bob');
  await bob.expectState('carol', 'Connected');
  await expect(phone.call('Bob')).toContainText('to carol@localhost');
  await phone.hangUp('Bob');
  await bob.call('carol').getByRole('button', { name: 'Dismiss' }).click();

  await page.getByRole('combobox', { name: 'Call as' }).selectOption('carol@localhost');
  await phone.dial('bob');
  await bob.reject('Carol');
  await page.getByRole('combobox', { name: 'Call as' }).selectOption('alice@localhost');
  await phone.dial('bob');
  await bob.reject('Alice');

  await menu.click();
  await account('carol@localhost').getByRole('button', { name: 'Sign out carol@localhost' }).click();
  await expect(account('carol@localhost')).toHaveCount(0);
  await bob.dial('carol');
  await bob.expectState('carol', 'Failed');
  await bob.dial('alice');
  await phone.accept('Bob');
  await bob.expectState('alice', 'Connected');
});
