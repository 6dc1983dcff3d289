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

test('a page that cannot be fetched while the network is away is fetched again by a press, with its styles, and the call goes on', async ({
  alice,
}) => {
  const { page } = alice;
  await alice.dial('echo');
  await alice.expectState('echo', 'Connected');
  const files = '**/assets/HistoryPage*';
  await page.route(files, (route) => route.abort());
  await alice.goTo('History');
  const again = page.getByRole('alert').filter({ hasText: 'This page could not be loaded.' });
  await expect(again).toBeVisible();
  await page.unroute(files);
  await again.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('searchbox', { name: 'Search' })).toBeVisible();
  // Of a style sheet that could not be fetched the rules may not be read.
  const rules = await page.evaluate(
    () => [...document.styleSheets].find(({ href }) => href?.includes('/HistoryPage'))?.cssRules.length,
  );
  expect(rules).toBeGreaterThan(0);
  await alice.goTo('Phone');
  await alice.expectState('echo', 'Connected');
});
