import { expect, test } from './fixtures.ts';
import { createPhonePage } from './pages/phone-page.ts';

test('the page can be installed, opens while its server is away, and signs in when it is back', async ({
  openPage,
  server,
}) => {
  const page = await openPage('alice', { keepsPage: true });
  const alice = createPhonePage(page);
  await alice.open('alice');
  await page.evaluate(() => navigator.serviceWorker.ready);
  const session = await page.context().newCDPSession(page);
  const { errors, data } = await session.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  expect(JSON.parse(data ?? '')).toMatchObject({ display: 'standalone', start_url: '/' });

  await server.goAway();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Calls cannot reach you yet' })).toBeVisible();
  // Whether there is a newer page is never answered from what is kept.
  expect(await page.evaluate(() => fetch('/').then(String, () => 'nobody'))).toBe('nobody');
  await server.comeBack();
  await alice.expectRegistration('Registered');
});
