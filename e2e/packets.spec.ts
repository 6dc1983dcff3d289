import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { aliceToneHz, bobToneHz, expect, test } from './fixtures.ts';
import { createPhonePage, type PhonePage } from './pages/phone-page.ts';
import type { RecordingConfig } from './support/configure-phone.ts';
import { expectFrameWorkers, terminateFrameWorkers, watchFrameWorkers } from './support/frame-workers.ts';
import { expectTones } from './support/recorded-call.ts';
import { piece, storedRecordings } from './support/stored-recordings.ts';
import { expectUnheard, shareWithTone } from './support/tones.ts';
import { decodeWav, type DecodedWav } from './support/wav.ts';

/** What the exchange's extension `tone` sends. */
const extensionToneHz = 440;

type OpenPage = (owner: 'alice' | 'bob', options: { readonly recording: RecordingConfig }) => Promise<Page>;

/** A phone that keeps packets, ready to do so. */
async function openWithPackets(
  openPage: OpenPage,
  owner: 'alice' | 'bob',
  change: (page: Page) => Promise<unknown> = async () => undefined,
): Promise<PhonePage> {
  const page = await openPage(owner, { recording: { policy: 'always', sn3: true } });
  await change(page);
  await watchFrameWorkers(page);
  const phone = createPhonePage(page);
  await phone.open(owner);
  await expectFrameWorkers(page);
  return phone;
}

/** Takes away what Chromium before 141 has not; it has `createEncodedStreams`. */
const withoutTransform = (page: Page) =>
  page.addInitScript(() => Reflect.deleteProperty(globalThis, 'RTCRtpScriptTransform'));

/** Waits until a call's timer shows so many seconds, or more: a page on a busy machine does not show every one. */
const talkUntil = (phone: PhonePage, party: string, seconds: number): Promise<void> =>
  expect
    .poll(async () => Number(/0:(\d\d)/.exec((await phone.call(party).textContent()) ?? '')?.[1]))
    .toBeGreaterThanOrEqual(seconds);

/** What a click saves. */
async function save(page: Page, click: () => Promise<void>): Promise<Buffer> {
  const [file] = await Promise.all([page.waitForEvent('download'), click()]);
  return readFile(await file.path());
}

/** The packets of a phone's one call with somebody, as they are and as the phone makes sound of them. */
async function savePackets({ page, goTo, recording }: PhonePage, party: string) {
  await goTo('Recordings');
  const row = recording(party);
  const sn3 = await save(page, () => row.getByRole('button', { name: 'Packets', exact: true }).click());
  const wav = await save(page, () => row.getByRole('button', { name: 'Packets as WAV' }).click());
  return { sn3, wav: decodeWav(wav) };
}

/** Each side's tone is in its channel and not in the other. */
function expectTonesApart(wav: DecodedWav, remoteHz: number, localHz: number): void {
  // The second half: the first holds the moment in which the call was set up.
  const half = [wav.durationMs / 2, wav.durationMs] as const;
  expectTones({ wav }, ...half, { remoteHz, localHz });
  const { left, right } = piece({ wav }, ...half);
  expectUnheard(left, wav.sampleRateHz, localHz);
  expectUnheard(right, wav.sampleRateHz, remoteHz);
}

test('a call in G.711 is kept packet by packet, and sounds as it did, also by Chromium before 141', async ({
  openPage,
  serverUrl,
}) => {
  const bob = await openWithPackets(openPage, 'bob', withoutTransform);
  await bob.dial('tone');
  await bob.expectState('tone', 'Connected');
  await talkUntil(bob, 'tone', 3);
  await bob.hangUp('tone');

  const { sn3, wav } = await savePackets(bob, 'tone');
  expect(sn3.toString('latin1', 0, 3)).toBe('SN3');
  expect(wav.sampleRateHz).toBe(8000);
  expect(wav.durationMs).toBeGreaterThan(2500);
  expectTonesApart(wav, extensionToneHz, bobToneHz);
  const [stored] = await storedRecordings(serverUrl, 'bob');
  expect(stored?.meta.sn3).toMatchObject({
    byteLength: sn3.length,
    codecs: [
      { name: 'PCMU', clockRateHz: 8000, channels: 1, payloadType: 0 },
      { name: 'PCMU', clockRateHz: 8000, channels: 1, payloadType: 0 },
    ],
  });
});

test('a call in Opus is kept at both ends, also beyond a hold', async ({ openPage }) => {
  const [alice, bob] = [await openWithPackets(openPage, 'alice'), await openWithPackets(openPage, 'bob')];
  await alice.dial('bob');
  await bob.accept('Alice');
  await alice.expectState('bob', 'Connected');
  await talkUntil(alice, 'bob', 1);
  await alice.call('bob').getByRole('button', { name: 'Hold' }).click();
  await alice.call('bob').getByRole('button', { name: 'Resume' }).click();
  await expect(alice.call('bob').getByRole('button', { name: 'Hold' })).toBeVisible();
  await talkUntil(alice, 'bob', 5);
  await alice.hangUp('bob');
  await bob.expectState('Alice', 'Terminated');

  for (const [phone, party, remoteHz, localHz] of [
    [alice, 'bob', bobToneHz, aliceToneHz],
    [bob, 'Alice', aliceToneHz, bobToneHz],
  ] as const) {
    const { wav } = await savePackets(phone, party);
    expect(wav.sampleRateHz).toBe(48_000);
    expect(wav.durationMs).toBeGreaterThan(4000);
    expectTonesApart(wav, remoteHz, localHz);
  }
});

test('a call is heard on when what its packets pass is terminated', async ({ openPage, serverUrl }) => {
  const alice = await openWithPackets(openPage, 'alice');
  const { page } = alice;
  const bob = createPhonePage(await openPage('bob'));
  await bob.open('bob');
  await alice.dial('bob');
  await bob.accept('Alice');
  await alice.expectState('bob', 'Connected');
  await talkUntil(alice, 'bob', 2);
  const failure = page.waitForEvent('console', (message) =>
    message.text().includes('a worker for encoded frames has failed'),
  );
  await terminateFrameWorkers(page);
  await failure;
  await talkUntil(alice, 'bob', 6);
  await alice.hangUp('bob');
  await bob.expectState('Alice', 'Terminated');

  const [[atAlice], [atBob]] = await Promise.all([
    storedRecordings(serverUrl, 'alice'),
    storedRecordings(serverUrl, 'bob'),
  ]);
  if (atAlice === undefined || atBob === undefined) throw new Error('two recordings were expected');
  const { durationMs } = atBob.wav;
  const heard = (recording: typeof atBob, hz: number) =>
    shareWithTone(piece(recording, durationMs - 1500, durationMs - 500).left, recording.wav.sampleRateHz, hz);
  expect(heard(atBob, aliceToneHz)).toBeGreaterThan(0.5);
  expect(heard(atAlice, bobToneHz)).toBeGreaterThan(0.5);
  // What was kept until then; the store has it after the sound.
  const packetBytes = async () => (await storedRecordings(serverUrl, 'alice'))[0]?.meta.sn3?.byteLength ?? 0;
  await expect.poll(packetBytes).toBeGreaterThan(1000);
});
