import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from '@playwright/test';
import { parseSn3 } from '#core/recording/sn3-parse.ts';
import { aliceToneHz, expect, test as base } from './fixtures.ts';
import { startServerProcess } from '#server/testing/server-process.ts';
import { createPhonePage, type PhonePage } from './pages/phone-page.ts';
import { untilSeconds } from './support/call-timer.ts';
import { configurePhone, type RecordingConfig } from './support/configure-phone.ts';
import { expectFrameWorkers, watchFrameWorkers } from './support/frame-workers.ts';
import { killBrowser, launchWithProfile } from './support/launch-browser.ts';
import { expectBothTones, storedByAlice, talk } from './support/recorded-call.ts';
import type { Stored } from './support/stored-recordings.ts';
import { writeToneFile } from './support/tone-file.ts';
import { expectNoFileSystem, takeFileSystemAway } from './support/without-file-system.ts';

const builtPhone = fileURLToPath(new URL('../dist/phone', import.meta.url));

/** A browser that can be started again with what it had. */
interface Device {
  readonly start: (recording?: RecordingConfig) => Promise<BrowserContext>;
}

const test = base.extend<{ readonly device: Device }>({
  device: async ({ serverUrl }, provide) => {
    const profile = await mkdtemp(join(tmpdir(), 'sidetone-profile-'));
    const contexts: BrowserContext[] = [];
    const errors: Error[] = [];
    await provide({
      async start(recording = { policy: 'always' }) {
        const context = await launchWithProfile(profile, writeToneFile(aliceToneHz), serverUrl);
        contexts.push(context);
        context.on('weberror', (webError) => errors.push(webError.error()));
        await configurePhone(context, recording);
        return context;
      },
    });
    await Promise.all(contexts.map((context) => context.close()));
    await rm(profile, { recursive: true, force: true });
    expect(errors, 'errors and unhandled rejections on the pages').toEqual([]);
  },
});

async function openAlice(context: BrowserContext): Promise<PhonePage> {
  const page = await context.newPage();
  const alice = createPhonePage(page);
  await alice.open('alice');
  return alice;
}

/** What a page that ended then lost of a call's sound is for the report to tell. */
function noteLostMs({ meta, wav }: Stored, endedAtMs: number): number {
  const lostMs = Math.round(endedAtMs - meta.startedAtMs - wav.durationMs);
  test.info().annotations.push({ type: 'lost', description: `${String(lostMs)} ms` });
  return lostMs;
}

for (const { name, prepare, check } of [
  { name: 'a browser', prepare: null, check: null },
  { name: 'a browser without a file system', prepare: takeFileSystemAway, check: expectNoFileSystem },
]) {
  test(`${name} that is killed 20 s into a call loses no more than 200 ms of it`, async ({
    device,
    bob,
    serverUrl,
  }) => {
    const first = await device.start();
    await prepare?.(first);
    const alice = await openAlice(first);
    await talk(alice, bob, 20);
    await check?.(alice.page);
    const killedAtMs = await killBrowser(first);

    const second = await device.start();
    await prepare?.(second);
    const again = await openAlice(second);
    const recording = await storedByAlice(serverUrl);
    expect(recording.meta).toMatchObject({ ending: 'recovered', direction: 'Outgoing' });
    expect(noteLostMs(recording, killedAtMs)).toBeLessThan(200);
    expectBothTones(recording);

    await expect(again.page.getByText(/^A recording was interrupted/)).toBeVisible();
    await again.page.getByRole('button', { name: 'Show recordings' }).click();
    await expect(again.page.getByText('Recovered after a crash')).toBeVisible();
  });
}

test('a page that is reloaded in a call keeps its recording, and sends it', async ({
  alice,
  bob,
  serverUrl,
}) => {
  await talk(alice, bob, 4);
  const reloadedAtMs = Date.now();
  await alice.page.reload();
  await alice.expectRegistration('Registered');
  // A page that goes ends its calls: its worker may just come to finish the file, and nothing is left to be recovered.
  const recording = await storedByAlice(serverUrl);
  expect(noteLostMs(recording, reloadedAtMs)).toBeLessThan(200);
  expectBothTones(recording);
});

test('a tab that crashes in a call keeps its recording, and its packets', async ({
  device,
  bob,
  serverUrl,
}) => {
  const context = await device.start({ policy: 'always', sn3: true });
  const page = await context.newPage();
  await watchFrameWorkers(page);
  const alice = createPhonePage(page);
  await alice.open('alice');
  await expectFrameWorkers(page);
  await talk(alice, bob, 4);
  const session = await context.newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  const crashedAtMs = Date.now();
  void session.send('Page.crash').catch(() => undefined);
  await crashed;

  await openAlice(context);
  const recording = await storedByAlice(serverUrl);
  expect(recording.meta).toMatchObject({ ending: 'recovered' });
  expect(noteLostMs(recording, crashedAtMs)).toBeLessThan(200);
  expectBothTones(recording);
  const packets = async () => (await storedByAlice(serverUrl)).meta.sn3?.url ?? '';
  await expect.poll(packets).not.toBe('');
  const blob = await (await fetch(new URL(await packets(), serverUrl))).arrayBuffer();
  for (const side of [0, 1]) {
    const last = parseSn3(new Uint8Array(blob)).findLast(({ direction }) => direction === side);
    expect(Number(last?.wallNs ?? 0) / 1e6).toBeGreaterThan(3500);
  }
});

const sentEarly: RecordingConfig = { policy: 'always', upload: 'during-call', keepLocal: 'always' };

/** The uploads that a browser begins, and where it sends bytes to. */
function watchUploads(context: BrowserContext) {
  const begun: string[] = [];
  const used = new Set<string>();
  context.on('response', (response) => {
    const [request, { location }] = [response.request(), response.headers()];
    if (!request.url().includes('/recordings/uploads')) return;
    if (request.method() === 'POST') begun.push(new URL(location ?? '', request.url()).href);
    else if (request.method() === 'PATCH') used.add(request.url());
  });
  /** How much of the one upload the store has. */
  const sentBytes = async () => {
    const [url, ...others] = begun;
    expect(others).toEqual([]);
    if (url === undefined) return 0;
    const answer = await fetch(url, { method: 'HEAD', headers: { 'tus-resumable': '1.0.0' } });
    return Number(answer.headers.get('upload-offset'));
  };
  return { begun, used, sentBytes };
}

/** A link that carries a recorded second in one second. */
async function sendSlowly(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: 64_000,
  });
}

/** How much of everything that is to be sent has been, as the page shows it: 0 to 1. */
const sentShare = (page: Page): Promise<number> =>
  page.getByRole('progressbar').evaluate((bar: HTMLProgressElement) => bar.position);

/** Of a recording's file on the device, in lower-case hex. */
const localSha256 = (page: Page, recordingId: string): Promise<string> =>
  page.evaluate(async (name) => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle('recordings');
    const file = await (await folder.getFileHandle(name)).getFile();
    const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
    return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
  }, `${recordingId}.wav`);

test('a browser that is killed while it sends goes on where it was', async ({ device, bob, serverUrl }) => {
  const first = await device.start({ policy: 'always', keepLocal: 'always' });
  const before = watchUploads(first);
  const alice = await openAlice(first);
  await talk(alice, bob, 4);
  await sendSlowly(alice.page);
  await alice.hangUp('bob');
  await alice.goTo('Recordings');
  await expect.poll(() => sentShare(alice.page)).toBeGreaterThan(0.3);
  await killBrowser(first);
  const early = await before.sentBytes();
  expect(early).toBeGreaterThan(50_000);

  const second = await device.start({ policy: 'always', keepLocal: 'always' });
  const after = watchUploads(second);
  const again = await openAlice(second);
  const recording = await storedByAlice(serverUrl);
  // The store has it before the browser has heard so.
  await expect.poll(() => [...after.used]).toEqual(before.begun);
  expect(after.begun).toEqual([]);
  expect(early).toBeLessThan(recording.meta.bytes);
  expect(await localSha256(again.page, recording.meta.recordingId)).toBe(recording.sha256);
  expectBothTones(recording);
});

test('a store that is killed while a recording arrives has the whole of it in the end', async ({
  openPage,
}) => {
  const server = await startServerProcess({ phone: builtPhone });
  try {
    const page = await openPage('alice', { recording: { policy: 'always', keepLocal: 'always' } });
    await page.goto(`${server.origin}/?account=alice`);
    const alice = createPhonePage(page);
    await alice.expectRegistration('Registered');
    const { begun } = watchUploads(page.context());
    await alice.dial('tone');
    await untilSeconds(alice, 'tone', 4);
    await sendSlowly(page);
    await alice.hangUp('tone');
    await alice.goTo('Recordings');
    await expect.poll(() => sentShare(page)).toBeGreaterThan(0.3);
    await server.killAndRestart();

    const recording = await storedByAlice(server.origin);
    expect(begun).toHaveLength(1);
    expect(await localSha256(page, recording.meta.recordingId)).toBe(recording.sha256);
  } finally {
    await server.close();
  }
});

test('a recording that is sent while its call runs goes on with that upload after a kill', async ({
  device,
  bob,
  serverUrl,
}) => {
  const first = await device.start(sentEarly);
  const before = watchUploads(first);
  const alice = await openAlice(first);
  await talk(alice, bob, 6);
  await expect.poll(before.sentBytes).toBeGreaterThan(200_000);
  const early = await before.sentBytes();
  // The next turn goes on with the same upload.
  await expect.poll(before.sentBytes, { timeout: 20_000 }).toBeGreaterThan(early);
  await killBrowser(first);

  const second = await device.start(sentEarly);
  const after = watchUploads(second);
  const again = await openAlice(second);
  const recording = await storedByAlice(serverUrl);
  // The store has it before the browser has heard so.
  await expect.poll(() => [...after.used]).toEqual(before.begun);
  expect(after.begun).toEqual([]);
  expect(await localSha256(again.page, recording.meta.recordingId)).toBe(recording.sha256);
  expect(recording.meta).toMatchObject({ ending: 'recovered' });
  expectBothTones(recording);
});

test('a recording that is sent while its call runs is whole after its end', async ({
  device,
  bob,
  serverUrl,
}) => {
  const context = await device.start(sentEarly);
  const uploads = watchUploads(context);
  const alice = await openAlice(context);
  await talk(alice, bob, 7);
  await expect.poll(uploads.sentBytes).toBeGreaterThan(0);
  await alice.call('bob').getByRole('button', { name: 'Hold', exact: true }).click();
  await expect(alice.call('bob').getByRole('button', { name: 'Resume', exact: true })).toBeVisible();
  await alice.hangUp('bob');
  const recording = await storedByAlice(serverUrl);
  expect(uploads.begun).toHaveLength(1);
  expect(await localSha256(alice.page, recording.meta.recordingId)).toBe(recording.sha256);
  // A busy machine may give no sound for a moment, which is marked as well.
  expect(recording.meta.marks.filter(({ kind }) => kind !== 'gap')).toMatchObject([{ kind: 'hold' }]);
});

test('without a file system it is sent while its call runs, too, and whole after its end', async ({
  device,
  bob,
  serverUrl,
}) => {
  const context = await device.start(sentEarly);
  await takeFileSystemAway(context);
  const uploads = watchUploads(context);
  const alice = await openAlice(context);
  await talk(alice, bob, 7);
  await expect.poll(uploads.sentBytes).toBeGreaterThan(0);
  await alice.hangUp('bob');
  const recording = await storedByAlice(serverUrl);
  expect(uploads.begun).toHaveLength(1);
  expectBothTones(recording);
});
