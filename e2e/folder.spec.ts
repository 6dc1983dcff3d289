import { aliceToneHz, expect, test } from './fixtures.ts';
import { createPhonePage, type PhonePage } from './pages/phone-page.ts';
import { untilSeconds } from './support/call-timer.ts';
import { filesInFolder, keptInBrowser, pickFolder } from './support/picked-folder.ts';
import { hearPlayback } from './support/playback-ear.ts';
import { storedRecordings } from './support/stored-recordings.ts';
import { expectHeard } from './support/tones.ts';
import type { DecodedWav } from './support/wav.ts';

async function callTheTone(phone: PhonePage): Promise<void> {
  await phone.dial('tone');
  await untilSeconds(phone, 'tone', 3);
  await phone.hangUp('tone');
  await phone.goTo('Recordings');
}

function expectSound({ channels, sampleRateHz, durationMs }: DecodedWav): void {
  expect(durationMs).toBeGreaterThan(2800);
  for (const samples of channels) {
    expectHeard(samples.subarray(samples.length / 2), sampleRateHz, aliceToneHz);
  }
}

test('a recording waits for the folder that the person chooses, is saved to it, and is played from it', async ({
  openPage,
}) => {
  const page = await openPage('alice', { recording: { policy: 'always', sinks: ['folder'] } });
  await pickFolder(page, { forgetful: false });
  const alice = createPhonePage(page);
  await alice.open('alice');
  await callTheTone(alice);
  await expect(page.getByText('Not saved · No folder is chosen for recordings yet.')).toBeVisible();

  await page.getByRole('button', { name: 'Choose a folder' }).click();
  await expect(page.getByText('Recordings are saved to the folder “Calls”.')).toBeVisible();
  await expect(page.getByRole('listitem').getByText('Stored')).toBeVisible();
  const files = await filesInFolder(page);
  expect([...files.keys()]).toEqual([
    expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d\.\d\d .*tone.* [0-9a-f]{8}\.wav$/),
  ]);
  for (const file of files.values()) expectSound(file);

  const loudestHz = await hearPlayback(page);
  await page.getByRole('button', { name: 'Play' }).click();
  await expect.poll(loudestHz).toEqual([expect.closeTo(aliceToneHz, -1), expect.closeTo(aliceToneHz, -1)]);
});

test('a recording is kept until a folder that the browser has locked is allowed again, and sent once', async ({
  openPage,
  serverUrl,
}) => {
  const page = await openPage('alice', { recording: { policy: 'always', sinks: ['upload', 'folder'] } });
  await pickFolder(page, { forgetful: true });
  const alice = createPhonePage(page);
  await alice.open('alice');
  await alice.goTo('Recordings');
  await page.getByRole('button', { name: 'Choose a folder' }).click();
  await expect(page.getByText('Recordings are saved to the folder “Calls”.')).toBeVisible();

  await alice.open('alice');
  await callTheTone(alice);
  const [sent] = await storedRecordings(serverUrl, 'alice');
  // The store has it, and the page is opened once more.
  await alice.open('alice');
  await alice.goTo('Recordings');
  await expect(page.getByText(/wants your permission again/).first()).toBeVisible();
  await expect(page.getByText('Not saved · The browser wants your permission again')).toBeVisible();
  expect((await filesInFolder(page)).size).toBe(0);
  expect(await keptInBrowser(page)).toBe(1);

  await page.getByRole('button', { name: 'Allow' }).click();
  await expect(page.getByRole('listitem').getByText('Stored')).toBeVisible();
  const files = await filesInFolder(page);
  expect(files.size).toBe(1);
  for (const file of files.values()) expectSound(file);
  await expect.poll(() => keptInBrowser(page)).toBe(0);
  const [again] = await storedRecordings(serverUrl, 'alice');
  expect(again?.sha256).toBe(sent?.sha256);
});
