import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { silentLogger } from '#core/shared/logger.ts';
import { createSidetoneServer } from '#server/sidetone-server.ts';
import { expect, test } from './fixtures.ts';
import { createPhonePage, type PhonePage } from './pages/phone-page.ts';
import { untilSeconds } from './support/call-timer.ts';
import { decodeWav } from './support/wav.ts';

/** A recording that could not be sent is sent again by itself, with pauses of up to 60 s. */
const longestRetryMs = 70_000;

/** A store that takes nothing, until the function that is returned is called. */
async function closeStore(page: Page): Promise<() => Promise<void>> {
  const uploads = '**/recordings/uploads**';
  await page.context().route(uploads, (route) => route.fulfill({ status: 503, body: 'closed' }));
  return () => page.context().unroute(uploads);
}

/** The uploads that the pages of a browser have begun at the store itself. */
function countUploads(page: Page): () => number {
  let begun = 0;
  page.context().on('response', (response) => {
    const isNew = response.request().method() === 'POST' && response.url().endsWith('/recordings/uploads');
    if (isNew && response.status() === 201) begun += 1;
  });
  return () => begun;
}

async function recordCall(phone: PhonePage, target = 'tone'): Promise<void> {
  await phone.dial(target);
  await untilSeconds(phone, target, 1);
  await phone.hangUp(target);
  await phone.goTo('Recordings');
}

const row = (page: Page, target = 'tone') => page.getByRole('listitem').filter({ hasText: target });

test('two pages never send the same recording, and the one that is left sends it', async ({ alice }) => {
  const openStore = await closeStore(alice.page);
  const begun = countUploads(alice.page);
  await recordCall(alice);
  await expect(row(alice.page)).toContainText('Will be sent again');

  const other = createPhonePage(await alice.page.context().newPage());
  await other.open('alice');
  await other.goTo('Recordings');
  await expect(other.page.getByRole('heading', { name: 'No recordings yet' })).toBeVisible();
  await openStore();
  await expect(row(alice.page)).toContainText('Stored', { timeout: longestRetryMs });
  expect(begun()).toBe(1);

  const openAgain = await closeStore(alice.page);
  await alice.goTo('Phone');
  await recordCall(alice, 'echo');
  await expect(row(alice.page, 'echo')).toContainText('Will be sent again');
  await openAgain();
  await alice.page.close();
  await other.goTo('Phone');
  await other.goTo('Recordings');
  await expect(row(other.page, 'echo')).toContainText('Stored', { timeout: longestRetryMs });
  await expect(other.page.getByRole('listitem')).toHaveCount(2);
  expect(begun()).toBe(2);
});

test('a device without a network says that sending is paused, and sends when it is back', async ({
  alice,
}) => {
  const openStore = await closeStore(alice.page);
  await recordCall(alice);
  await expect(row(alice.page)).toContainText('Will be sent again');
  await alice.page.context().setOffline(true);
  await expect(alice.page.getByText('This device is offline.')).toBeVisible();
  await expect(row(alice.page)).toContainText('Waiting to send');
  await openStore();
  await alice.page.context().setOffline(false);
  await expect(row(alice.page)).toContainText('Stored');
  await expect(alice.page.getByRole('progressbar')).toHaveCount(0);
});

test('a recording that was not sent is cancelled, deleted, brought back and deleted again', async ({
  alice,
}) => {
  const { page } = alice;
  await page.context().route('**/recordings/uploads**', () => undefined);
  await recordCall(alice);
  await row(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(row(page)).toContainText('You cancelled it.');
  await row(page).getByRole('button', { name: 'Delete' }).click();
  await expect(row(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await row(page).getByRole('button', { name: 'Delete' }).click();
  await expect(row(page)).toHaveCount(0);
  await page.context().unrouteAll({ behavior: 'ignoreErrors' });
  await alice.open('alice');
  await alice.goTo('Recordings');
  await expect(page.getByRole('heading', { name: 'No recordings yet' })).toBeVisible();
});

test('a store that wants a token gives and takes recordings to whoever shows it', async ({ openPage }) => {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'sidetone-e2e-'));
  const recordingToken = 'the-token-of-this-test';
  const server = await createSidetoneServer({
    port: 0,
    host: '127.0.0.1',
    dataDirectory,
    recordingToken,
    logger: silentLogger,
  });
  try {
    const page = await openPage('alice');
    const configure = (token: string) =>
      page.route('**/config.json', (route) =>
        route.fulfill({ json: { demo: true, recording: { policy: 'always', token } } }),
      );
    await configure('the-token-before');
    await page.goto(`${server.url}/?account=alice`);
    const phone = createPhonePage(page);
    await phone.expectRegistration('Registered');
    await recordCall(phone);
    await expect(row(page)).toContainText('does not accept the token of this phone');
    // The page that is open goes on with it.
    await configure(recordingToken);
    await row(page).getByRole('button', { name: 'Retry' }).click();
    await expect(row(page)).toContainText('Stored');

    const [file] = await Promise.all([
      page.waitForEvent('download'),
      row(page).getByRole('button', { name: 'Download' }).click(),
    ]);
    const { durationMs } = decodeWav(await readFile(await file.path()));
    expect(durationMs).toBeGreaterThan(900);
    await row(page).getByRole('button', { name: 'Play' }).click();
    const position = page.getByRole('slider', { name: 'Position' });
    await expect.poll(async () => Number(await position.getAttribute('aria-valuenow'))).toBeGreaterThan(0);

    await configure('another');
    await page.reload();
    await expect(page.getByText('could not be asked for its list')).toBeVisible();
    expect((await fetch(`${server.url}/recordings`)).status).toBe(401);
  } finally {
    await server.close();
    await rm(dataDirectory, { recursive: true, force: true });
  }
});
