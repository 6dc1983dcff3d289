import type { Locator } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { keepCalls } from './support/kept-calls.ts';
import { listRecordings } from './support/listed-recordings.ts';
import { expectShortTasks } from './support/task-times.ts';

// A trace of Playwright's copies the whole page at every step, in tasks of its own.
test.use({ trace: 'off' });

/** As by the flick of a finger: 400 px in each frame. */
const flick = (list: Locator, frames: number) =>
  list.evaluate(async (element, count) => {
    for (let frame = 0; frame < count; frame += 1) {
      element.scrollBy(0, 400);
      await new Promise(requestAnimationFrame);
    }
  }, frames);

test('10,000 calls are scrolled and searched with no task over 50 ms', async ({ alice }) => {
  const { page } = alice;
  await alice.goTo('History');
  await expect(page.getByRole('heading', { name: 'No calls yet' })).toBeVisible();
  await keepCalls(page, 10_000);
  await page.reload();
  await alice.expectRegistration('Registered');
  await alice.goTo('History');
  await expect(page.getByText('10,000 calls', { exact: true })).toBeVisible();
  const grid = page.getByRole('grid', { name: 'Calls' });
  const row = (text: string) => grid.getByRole('row').filter({ hasText: text }).first();
  await expect(row('Person 0')).toBeVisible();

  await expectShortTasks(page, async () => {
    await flick(grid, 100);
    await expect(row('Person 0')).not.toBeInViewport();
    // The last one may be a day's heading, which takes no focus.
    await grid.getByRole('row').filter({ hasText: 'Person' }).last().focus();
    await page.keyboard.press('End');
    await expect(row('Person 9999')).toBeFocused();
    await page.keyboard.press('Home');
    await expect(row('Person 0')).toBeFocused();
  });
  await expectShortTasks(page, async () => {
    await page.getByRole('searchbox', { name: 'Search' }).pressSequentially('person 98');
    await expect(page.getByText('299 calls', { exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Missed only' }).click();
    await expect(row('Missed')).toBeVisible();
    await page.getByRole('button', { name: 'Missed only' }).click();
    await page.getByRole('searchbox', { name: 'Search' }).clear();
    await expect(page.getByText('10,000 calls', { exact: true })).toBeVisible();
  });
});

test('1,000 recordings are scrolled and searched with no task over 50 ms', async ({ alice }) => {
  const { page } = alice;
  await listRecordings(page, 1000);
  await alice.goTo('Recordings');
  await expect(page.getByText('1,000 recordings', { exact: true })).toBeVisible();
  const row = (text: string) => page.getByRole('listitem').filter({ hasText: text });

  await expectShortTasks(page, async () => {
    await flick(page.getByRole('main'), 240);
    await expect(row('Party 999')).toBeInViewport();
    await expect(row('Party 0')).toHaveCount(0);
    await page.getByRole('main').evaluate((element) => element.scrollTo(0, 0));
    await expect(row('Party 0')).toBeInViewport();
  });
  await expectShortTasks(page, async () => {
    await page.getByRole('searchbox', { name: 'Search' }).pressSequentially('party 98');
    await expect(page.getByText('20 of 1,000', { exact: true })).toBeVisible();
    await page.getByRole('combobox', { name: 'Direction' }).selectOption('Outgoing');
    await expect(row('Party 981')).toBeVisible();
    await expect(row('Party 980')).toHaveCount(0);
    await page.getByRole('combobox', { name: 'Direction' }).selectOption('Both directions');
    await page.getByRole('searchbox', { name: 'Search' }).clear();
    await expect(page.getByText('1,000 recordings', { exact: true })).toBeVisible();
  });
});
