import { readFile } from 'node:fs/promises';
import { aliceToneHz, bobToneHz, expect, test } from './fixtures.ts';
import type { PhonePage } from './pages/phone-page.ts';
import { connectedDurationMs } from './support/call-clock.ts';
import { hearPlayback } from './support/playback-ear.ts';
import { toneLevelDb } from './support/tones.ts';
import { decodeWav } from './support/wav.ts';

/** What the exchange's extension `tone` sends. */
const extensionToneHz = 440;

/** Downloads the recording of a phone's call with somebody. The page lists everything in the store: the other side's recording too. */
async function downloadRecording(phone: PhonePage, party: string) {
  await phone.goTo('Recordings');
  const row = phone.page.getByRole('listitem').filter({ hasText: party });
  const [file] = await Promise.all([
    phone.page.waitForEvent('download'),
    row.getByRole('link', { name: /^Download/ }).click(),
  ]);
  return decodeWav(await readFile(await file.path()));
}

test('a call is recorded at both ends, the remote party left and oneself right', async ({ alice, bob }) => {
  await alice.dial('bob');
  await bob.accept('Alice');
  await Promise.all([alice.expectState('bob', 'Connected'), bob.expectState('Alice', 'Connected')]);
  // The timer is what a person sees of the call's length.
  await expect(alice.call('bob')).toContainText('0:04');
  await alice.hangUp('bob');
  await Promise.all([alice.expectState('bob', 'Terminated'), bob.expectState('Alice', 'Terminated')]);

  for (const [phone, party, remoteHz, localHz] of [
    [alice, 'bob@localhost', bobToneHz, aliceToneHz],
    [bob, 'Alice', aliceToneHz, bobToneHz],
  ] as const) {
    const connectedMs = await connectedDurationMs(phone.page);
    const { channels, sampleRateHz, durationMs } = await downloadRecording(phone, party);
    expect(sampleRateHz).toBe(16_000);
    expect(channels).toHaveLength(2);
    // The second half: the first holds the moment in which the call was set up.
    const [left, right] = channels.map((samples) => samples.subarray(samples.length / 2));
    if (left === undefined || right === undefined) throw new Error('two channels were expected');
    expect(toneLevelDb(left, sampleRateHz, remoteHz)).toBeGreaterThan(-12);
    expect(toneLevelDb(left, sampleRateHz, localHz)).toBeLessThan(-60);
    expect(toneLevelDb(right, sampleRateHz, localHz)).toBeGreaterThan(-12);
    expect(toneLevelDb(right, sampleRateHz, remoteHz)).toBeLessThan(-60);
    expect(Math.abs(durationMs - connectedMs)).toBeLessThan(100);
  }
});

test('a muted microphone is silent at the far end and in both files, and comes back', async ({
  alice,
  bob,
}) => {
  await alice.dial('bob');
  await bob.accept('Alice');
  await alice.expectState('bob', 'Connected');
  await alice.call('bob').getByRole('button', { name: 'Mute' }).click();
  await expect(alice.call('bob').getByRole('button', { name: 'Unmute' })).toBeVisible();
  await expect(alice.call('bob')).toContainText('0:03');
  await alice.call('bob').getByRole('button', { name: 'Unmute' }).click();
  await expect(alice.call('bob')).toContainText('0:05');
  await alice.hangUp('bob');

  for (const [phone, party, channel] of [
    [alice, 'bob@localhost', 1],
    [bob, 'Alice', 0],
  ] as const) {
    const { channels, sampleRateHz } = await downloadRecording(phone, party);
    const samples = channels[channel] ?? new Float32Array();
    const second = (from: number) => samples.subarray(from * sampleRateHz, (from + 1) * sampleRateHz);
    expect(toneLevelDb(second(1.5), sampleRateHz, aliceToneHz)).toBeLessThan(-60);
    // In pieces: a busy machine's fake microphone jumps now and then, and a tone that jumps cancels itself out.
    const heard = second(3.8);
    const levels = Array.from({ length: 10 }, (_, piece) =>
      toneLevelDb(
        heard.subarray((piece * sampleRateHz) / 10, ((piece + 1) * sampleRateHz) / 10),
        sampleRateHz,
        aliceToneHz,
      ),
    );
    expect(levels.filter((level) => level > -12).length).toBeGreaterThan(7);
  }
});

test('a store without room says so, and the recording is played from here until a retry brings it there', async ({
  alice,
}) => {
  const { page } = alice;
  await page
    .context()
    .route('**/recordings/uploads**', (route) => route.fulfill({ status: 507, body: 'full' }));
  await alice.dial('tone');
  await expect(alice.call('tone')).toContainText('0:03');
  await alice.hangUp('tone');
  await alice.goTo('Recordings');
  await expect(page.getByText('The recording server has no room left.')).toBeVisible();

  // It is nowhere but here, and can be heard and saved all the same.
  const loudestHz = await hearPlayback(page);
  await page.getByRole('button', { name: 'Play' }).click();
  await expect
    .poll(loudestHz)
    .toEqual([expect.closeTo(extensionToneHz, -1), expect.closeTo(aliceToneHz, -1)]);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download' }).click(),
  ]);
  const { channels, sampleRateHz } = decodeWav(await readFile(await download.path()));
  for (const samples of channels) {
    expect(toneLevelDb(samples.subarray(samples.length / 2), sampleRateHz, aliceToneHz)).toBeGreaterThan(-12);
  }

  await page.context().unroute('**/recordings/uploads**');
  await page.getByRole('button', { name: 'Retry' }).click();
  await expect(page.getByRole('listitem').getByText('Stored')).toBeVisible();
});

/** What the person hears when another call waits. */
const callWaitingHz = 425;

test('the tone that says that another call waits is in no channel', async ({ alice, bob }) => {
  await bob.dial('tone');
  await bob.expectState('tone', 'Connected');
  await alice.dial('bob');
  await expect(bob.incoming('Alice')).toBeVisible();
  // It repeats every 4 s.
  await expect(bob.call('tone')).toContainText('0:05');
  await bob.hangUp('tone');
  await bob.reject('Alice');
  const { channels, sampleRateHz } = await downloadRecording(bob, 'tone');
  for (const samples of channels) expect(toneLevelDb(samples, sampleRateHz, callWaitingHz)).toBeLessThan(-60);
});

test('a recording plays on the Recordings page, the remote party in the left ear', async ({ bob }) => {
  await bob.dial('tone');
  await bob.expectState('tone', 'Connected');
  await expect(bob.call('tone')).toContainText('0:04');
  await bob.hangUp('tone');
  await bob.goTo('Recordings');
  const loudestHz = await hearPlayback(bob.page);
  await bob.page.getByRole('button', { name: 'Play' }).first().click();
  await expect(bob.page.getByRole('button', { name: 'Pause' }).first()).toBeVisible();
  await expect.poll(loudestHz).toEqual([expect.closeTo(extensionToneHz, -1), expect.closeTo(bobToneHz, -1)]);
  const position = bob.page.getByRole('slider', { name: 'Position' });
  await expect.poll(async () => Number(await position.getAttribute('aria-valuenow'))).toBeGreaterThan(1);
});

test('the echo sends back what it hears', async ({ alice }) => {
  await alice.dial('echo');
  await alice.expectState('echo', 'Connected');
  await expect(alice.call('echo')).toContainText('0:03');
  await alice.hangUp('echo');
  const { channels, sampleRateHz } = await downloadRecording(alice, 'echo');
  for (const samples of channels) {
    expect(toneLevelDb(samples.subarray(samples.length / 2), sampleRateHz, aliceToneHz)).toBeGreaterThan(-12);
  }
});
