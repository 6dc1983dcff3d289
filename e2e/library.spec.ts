import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { bobToneHz, expect, test } from './fixtures.ts';
import type { PhonePage } from './pages/phone-page.ts';
import { untilSeconds } from './support/call-timer.ts';
import { hearMixed } from './support/mixed-ear.ts';
import { storedRecordings } from './support/stored-recordings.ts';
import { expectHeard } from './support/tones.ts';
import { decodeWav } from './support/wav.ts';

const extensionToneHz = 440;

/** How much of the upper and the lower half of a waveform is drawn at half of its height. */
const drawnHalves = (waveform: Locator) =>
  waveform.evaluate((canvas: HTMLCanvasElement) => {
    const { width, height } = canvas;
    const context = canvas.getContext('2d');
    const shareAt = (y: number) => {
      const pixels = context?.getImageData(0, Math.floor(y), width, 1).data ?? new Uint8ClampedArray(4);
      return pixels.filter((value, index) => index % 4 === 3 && value > 0).length / width;
    };
    return [shareAt(height * 0.3), shareAt(height * 0.7)];
  });

/** The one recording of the list, of a call that is over. */
async function recordTone(phone: PhonePage): Promise<Locator> {
  await phone.dial('tone');
  await phone.expectState('tone', 'Connected');
  await untilSeconds(phone, 'tone', 2);
  await phone.hangUp('tone');
  await phone.goTo('Recordings');
  const row = phone.page.getByRole('listitem');
  await expect(row).toContainText('Stored');
  return row;
}

async function save(page: Page, format: string, voices: string): Promise<Buffer> {
  await page.getByRole('combobox', { name: 'Format' }).selectOption(format);
  await page.getByRole('combobox', { name: 'Voices' }).selectOption(voices);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save', exact: true }).click(),
  ]);
  return readFile(await download.path());
}

/** The channels of a file of any kind, as the page's browser decodes it, at 48 kHz. */
async function decodeInPage(page: Page, file: Buffer) {
  const { durationMs, channels } = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
    const sound = await new OfflineAudioContext(1, 1, 48_000).decodeAudioData(bytes.buffer);
    return {
      durationMs: sound.duration * 1000,
      channels: Array.from({ length: sound.numberOfChannels }, (_, index) =>
        Array.from(sound.getChannelData(index)),
      ),
    };
  }, file.toString('base64'));
  return { durationMs, channels: channels.map((samples) => Float32Array.from(samples)) };
}

test('a recorded call is seen, heard from its middle voice by voice, and saved in other formats', async ({
  bob,
}) => {
  const { page } = bob;
  await bob.dial('tone');
  await bob.expectState('tone', 'Connected');
  await untilSeconds(bob, 'tone', 6);
  await bob.hangUp('tone');
  await bob.goTo('Recordings');
  await expect(page.getByRole('listitem')).toContainText('Stored');
  const loudestHz = await hearMixed(page);
  await page.getByRole('button', { name: 'Play' }).click();

  const player = page.getByRole('region', { name: /^Player/ });
  const leastDrawn = async () => Math.min(...(await drawnHalves(player.locator('canvas').first())));
  await expect.poll(leastDrawn).toBeGreaterThan(0.5);

  const position = page.getByRole('slider', { name: 'Position' });
  const { width = 0 } = (await position.boundingBox()) ?? {};
  await position.click({ position: { x: width / 2, y: 20 } });
  await expect
    .poll(async () => Number(await position.getAttribute('aria-valuenow')))
    .toBeGreaterThanOrEqual(3);

  await page.getByText('You', { exact: true }).first().click();
  await position.press('Home');
  await expect.poll(loudestHz).toEqual([expect.closeTo(bobToneHz, -1), expect.closeTo(bobToneHz, -1)]);
  await page.getByRole('radio', { name: 'Them' }).check({ force: true });
  await position.press('Home');
  await expect
    .poll(loudestHz)
    .toEqual([expect.closeTo(extensionToneHz, -1), expect.closeTo(extensionToneHz, -1)]);

  const whole = decodeWav(await save(page, 'wav', 'both'));
  expect(whole.channels).toHaveLength(2);
  const mine = decodeWav(await save(page, 'wav', 'local'));
  expect(mine.durationMs).toBe(whole.durationMs);
  const [samples = new Float32Array()] = mine.channels;
  expect(mine.channels).toHaveLength(1);
  expectHeard(samples.subarray(samples.length / 2), mine.sampleRateHz, bobToneHz);

  for (const [format, voices, signature, tones] of [
    ['opus', 'remote', 'OggS', [extensionToneHz]],
    ['flac', 'both', 'fLaC', [extensionToneHz, bobToneHz]],
    ['mp3', 'both', null, [extensionToneHz, bobToneHz]],
  ] as const) {
    const file = await save(page, format, voices);
    if (signature !== null) expect(file.subarray(0, 4).toString('latin1')).toBe(signature);
    const { channels, durationMs } = await decodeInPage(page, file);
    // Of Opus the beginning is what its decoder needs (RFC 7845 §4.2), of MP3 each end is a part of a frame.
    expect(Math.abs(durationMs - whole.durationMs), format).toBeLessThan(150);
    expect(channels).toHaveLength(tones.length);
    for (const [index, toneHz] of tones.entries()) {
      const samples = channels[index] ?? new Float32Array();
      expectHeard(samples.subarray(-96_000, -48_000), 48_000, toneHz);
    }
  }
});

test('a file that is gone from the store is said to be, and the phone stays where it is', async ({
  bob,
  serverUrl,
}) => {
  const { page } = bob;
  const row = await recordTone(bob);
  await bob.goTo('Phone');
  await bob.dial('echo');
  await bob.expectState('echo', 'Connected');
  await Promise.all([page.waitForResponse(`${serverUrl}/recordings`), bob.goTo('Recordings')]);
  for (const { meta } of await storedRecordings(serverUrl, 'bob')) {
    expect((await fetch(new URL(meta.url, serverUrl), { method: 'DELETE' })).ok).toBe(true);
  }

  const downloads: unknown[] = [];
  page.on('download', (download) => downloads.push(download));
  await row.last().getByRole('button', { name: 'Download' }).click();
  await expect(row.last()).toContainText(
    'The file of this recording is not there any more. Reload the list.',
  );
  expect(downloads).toEqual([]);
  await bob.goTo('Phone');
  await bob.expectState('echo', 'Connected');
});

test('a file of a store elsewhere, which does not offer it for saving, opens beside the phone', async ({
  bob,
}) => {
  const { page } = bob;
  const url = 'https://store.example.com/bob.wav?signature=ab';
  await page.context().route('https://store.example.com/**', (route) =>
    route.fulfill({
      headers: { 'access-control-allow-origin': '*' },
      contentType: 'text/plain',
      body: 'sound',
    }),
  );
  const recording = {
    recordingId: 'elsewhere',
    callId: 'one',
    sipCallId: 'one',
    direction: 'Incoming',
    remoteUri: 'sip:alice@localhost',
    remoteDisplayName: 'Alice',
    localUri: 'sip:bob@localhost',
    startedAtMs: 1,
    sampleRateHz: 16_000,
    channels: 2,
    marks: [],
    bytes: 5,
    durationMs: 1000,
    storedAtMs: 1,
    url,
  };
  await page.route('**/recordings', (route) => route.fulfill({ json: { recordings: [recording] } }));
  await bob.goTo('Recordings');
  const [beside] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('listitem').getByRole('button', { name: 'Download' }).click(),
  ]);
  await expect(beside).toHaveURL(url);
  await bob.expectRegistration('Registered');
});

test('notes that are being typed when the page goes are with the recording', async ({ bob, serverUrl }) => {
  const { page } = bob;
  const row = await recordTone(bob);
  await row.getByRole('button', { name: 'Play' }).click();
  await page.getByRole('textbox', { name: 'Notes' }).fill('call back');
  await page.goto('about:blank');
  await expect
    .poll(async () => (await storedRecordings(serverUrl, 'bob')).map(({ meta }) => meta.notes))
    .toEqual(['call back']);
});
