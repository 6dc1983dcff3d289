import { expect, test } from './fixtures.ts';
import { createPhonePage } from './pages/phone-page.ts';
import { heldLocks, watchScreenLocks } from './support/held-locks.ts';

test('a call is in the title, keeps the screen on, and asks before the page is closed', async ({
  openPage,
  bob,
}) => {
  const page = await openPage('alice');
  await watchScreenLocks(page);
  const alice = createPhonePage(page);
  await alice.open('alice');
  const idle = await page.title();

  await bob.dial('alice');
  await expect(alice.incoming('Bob')).toBeVisible();
  await expect(page).toHaveTitle(/Bob/);
  expect(await heldLocks(page)).toBe(0);

  await alice.accept('Bob');
  await alice.expectState('Bob', 'Connected');
  await expect.poll(() => heldLocks(page)).toBe(1);
  const asked = page.waitForEvent('dialog');
  await page.close({ runBeforeUnload: true });
  const question = await asked;
  expect(question.type()).toBe('beforeunload');
  await question.dismiss();
  await alice.expectState('Bob', 'Connected');

  await alice.hangUp('Bob');
  await expect(page).toHaveTitle(idle);
  await expect.poll(() => heldLocks(page)).toBe(0);
  // Nothing is asked any more.
  await page.close({ runBeforeUnload: true });
  await expect.poll(() => page.isClosed()).toBe(true);
});
