import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { createPhonePage, type PhonePage } from './pages/phone-page.ts';
import { untilSeconds } from './support/call-timer.ts';
import { expectSoundComes } from './support/media-watch.ts';
import { expectBothTones, storedByAlice, talk } from './support/recorded-call.ts';
import { storedRecordings } from './support/stored-recordings.ts';
import { expectNoFileSystem, takeFileSystemAway } from './support/without-file-system.ts';

/** Gives a page's origin so much room in all. */
async function setQuota(page: Page, serverUrl: string, quotaSize: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin: serverUrl, quotaSize });
}

/** The recording has ended, says why, and brings what it has; the call goes on. */
async function expectCleanEnd(alice: PhonePage, serverUrl: string): Promise<void> {
  await expect(alice.call('bob')).toContainText('this device has no room left. Your call goes on.', {
    timeout: 30_000,
  });
  await expectSoundComes(alice.page);
  await alice.expectState('bob', 'Connected');
  await alice.hangUp('bob');

  // There is no room for the upload's notes either.
  const recording = await storedByAlice(serverUrl);
  expect(recording.meta).toMatchObject({ ending: 'storage-full' });
  expect(recording.wav.durationMs).toBeGreaterThan(2000);
  expectBothTones(recording);
  await alice.goTo('Recordings');
  await expect(alice.page.getByText('Ended early: this device had no room left')).toBeVisible();
}

test('a device without room ends the recording, says why, and the call goes on', async ({
  alice,
  bob,
  serverUrl,
}) => {
  await talk(alice, bob, 3);
  await setQuota(alice.page, serverUrl, 1);
  await expectCleanEnd(alice, serverUrl);
});

test('a device without room and without a file system does the same', async ({
  openPage,
  bob,
  serverUrl,
}) => {
  const page = await openPage('alice');
  await takeFileSystemAway(page.context());
  // Chromium asks for a database's quota when that is opened, and then believes the answer for a while: some seconds of sound.
  await setQuota(page, serverUrl, 400_000);
  const alice = createPhonePage(page);
  await alice.open('alice');
  await talk(alice, bob, 1);
  await expectNoFileSystem(page);
  await expectCleanEnd(alice, serverUrl);
});

test('a recording that has failed is begun again in the same call when there is room', async ({
  alice,
  bob,
  serverUrl,
}) => {
  await talk(alice, bob, 2);
  await setQuota(alice.page, serverUrl, 1);
  const record = alice.call('bob').getByRole('button', { name: 'Record', exact: true });
  await expect(record).toBeVisible();
  await setQuota(alice.page, serverUrl, 1024 ** 3);
  await record.click();
  await expect(alice.call('bob')).toContainText(/Recording0:(?:0[2-9]|[1-5]\d)/);
  await alice.hangUp('bob');

  const [first, second] = await storedRecordings(serverUrl, 'alice', 2);
  expect(first?.meta).toMatchObject({ ending: 'storage-full', callId: second?.meta.callId });
  expect(second?.wav.durationMs).toBeGreaterThan(1900);
  expect(second?.meta.ending).toBeUndefined();
});

test('the browser is asked to keep what is recorded', async ({ openPage, serverUrl }) => {
  const page = await openPage('alice');
  const session = await page.context().newCDPSession(page);
  const { targetInfo } = await session.send('Target.getTargetInfo');
  await session.send('Browser.grantPermissions', {
    permissions: ['durableStorage'],
    origin: serverUrl,
    ...(targetInfo.browserContextId === undefined ? {} : { browserContextId: targetInfo.browserContextId }),
  });
  // Whom the permission is given says that the storage is kept before it was asked for.
  await page.addInitScript(() => {
    const persist = navigator.storage.persist.bind(navigator.storage);
    const persistAndNote = async () => Object.assign(globalThis, { isKept: await persist() }).isKept;
    Object.assign(navigator.storage, { persist: persistAndNote });
  });
  await createPhonePage(page).open('alice');
  await expect.poll(() => page.evaluate(() => Reflect.get(globalThis, 'isKept'))).toBe(true);
});

test('the person is warned when recordings use 80 % of the room, until some are deleted', async ({
  alice,
}) => {
  const { page } = alice;
  await page
    .context()
    .route('**/recordings/uploads**', (route) => route.fulfill({ status: 507, body: 'full' }));
  await alice.dial('tone');
  await untilSeconds(alice, 'tone', 2);
  await alice.hangUp('tone');
  await alice.goTo('Recordings');
  await expect(page.getByText('The recording server has no room left.')).toBeVisible();

  // A quota that is given from outside is not told to the page: the usage is true, and the quota is 1.2 times that.
  const { usage = 0 } = await page.evaluate(() => navigator.storage.estimate());
  await page.addInitScript((quota) => {
    const estimate = navigator.storage.estimate.bind(navigator.storage);
    Object.assign(navigator.storage, { estimate: async () => ({ ...(await estimate()), quota }) });
  }, usage * 1.2);
  await alice.open('alice');
  await expect(page.getByRole('alert')).toContainText(/Recordings use 8\d% of the room/);
  await alice.goTo('Recordings');
  await page.getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText('No recordings yet')).toBeVisible();
  // What can be brought back has its room until then.
  await page.getByRole('button', { name: 'Dismiss' }).last().click();
  const usedShare = () =>
    page.evaluate(async () => {
      const { usage: used = 0, quota = 1 } = await navigator.storage.estimate();
      return used / quota;
    });
  await expect.poll(usedShare).toBeLessThan(0.8);
  await alice.open('alice');
  await expect(page.getByText(/Recordings use/)).toBeHidden();
});
