import { readFile } from 'node:fs/promises';
import { aliceToneHz, bobToneHz, expect, test } from './fixtures.ts';
import type { PhonePage } from './pages/phone-page.ts';
import { connectedDurationMs } from './support/call-clock.ts';
import { passSeconds, untilSeconds } from './support/call-timer.ts';
import { hearPlayback } from './support/playback-ear.ts';
import { markOf, piece, storedRecordings } from './support/stored-recordings.ts';
import { expectHeard, expectUnheard } from './support/tones.ts';
import { decodeWav } from './support/wav.ts';

/** What the exchange's extension `tone` sends. */
const extensionToneHz = 440;

/** Downloads the recording of a phone's call with somebody. */
async function downloadRecording(phone: PhonePage, party: string) {
  await phone.goTo('Recordings');
  const [file] = await Promise.all([
    phone.page.waitForEvent('download'),
    phone.recording(party).getByRole('button', { name: 'Download' }).click(),
  ]);
  return decodeWav(await readFile(await file.path()));
}

test('a call is recorded at both ends, the remote party left and oneself right', async ({ alice, bob }) => {
  await alice.dial('bob');
  await bob.accept('Alice');
  await Promise.all([alice.expectState('bob', 'Connected'), bob.expectState('Alice', 'Connected')]);
  // The timer is what a person sees of the call's length.
  await untilSeconds(alice, 'bob', 4);
  await alice.hangUp('bob');
  await Promise.all([alice.expectState('bob', 'Terminated'), bob.expectState('Alice', 'Terminated')]);

  for (const [phone, party, remoteHz, localHz] of [
    [alice, 'bob', bobToneHz, aliceToneHz],
    [bob, 'Alice', aliceToneHz, bobToneHz],
  ] as const) {
    const connectedMs = await connectedDurationMs(phone.page);
    const { channels, sampleRateHz, durationMs } = await downloadRecording(phone, party);
    expect(sampleRateHz).toBe(16_000);
    expect(channels).toHaveLength(2);
    // The second half: the first holds the moment in which the call was set up.
    const [left, right] = channels.map((samples) => samples.subarray(samples.length / 2));
    if (left === undefined || right === undefined) throw new Error('two channels were expected');
    expectHeard(left, sampleRateHz, remoteHz);
    expectUnheard(left, sampleRateHz, localHz);
    expectHeard(right, sampleRateHz, localHz);
    expectUnheard(right, sampleRateHz, remoteHz);
    expect(Math.abs(durationMs - connectedMs)).toBeLessThan(100);
  }
});

test('a muted microphone is silent at the far end and in both files, and comes back', async ({
  alice,
  bob,
  serverUrl,
}) => {
  await alice.dial('bob');
  await bob.accept('Alice');
  await alice.expectState('bob', 'Connected');
  await alice.call('bob').getByRole('button', { name: 'Mute' }).click();
  await expect(alice.call('bob').getByRole('button', { name: 'Unmute' })).toBeVisible();
  await passSeconds(alice, 'bob', 2);
  await alice.call('bob').getByRole('button', { name: 'Unmute' }).click();
  await passSeconds(alice, 'bob', 2);
  await alice.hangUp('bob');

  const [own] = await storedRecordings(serverUrl, 'alice');
  const [ofBob] = await storedRecordings(serverUrl, 'bob');
  if (own === undefined || ofBob === undefined) throw new Error('two recordings were expected');
  const { atMs, endMs } = markOf(own, 'mute');
  const aheadMs = own.meta.startedAtMs - ofBob.meta.startedAtMs;
  for (const [recording, side, beginMs, stopMs] of [
    [own, 'right', atMs, endMs],
    [ofBob, 'left', atMs + aheadMs, endMs + aheadMs],
  ] as const) {
    const { sampleRateHz, durationMs } = recording.wav;
    // Bob hears through a jitter buffer.
    const muted = piece(recording, beginMs + 700, stopMs - 100);
    expectUnheard(muted[side], sampleRateHz, aliceToneHz);
    expectHeard(piece(recording, durationMs - 1200, durationMs - 200)[side], sampleRateHz, aliceToneHz);
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
  await untilSeconds(alice, 'tone', 3);
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
    expectHeard(samples.subarray(samples.length / 2), sampleRateHz, aliceToneHz);
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
  await untilSeconds(bob, 'tone', 5);
  await bob.hangUp('tone');
  await bob.reject('Alice');
  const { channels, sampleRateHz } = await downloadRecording(bob, 'tone');
  for (const samples of channels) expectUnheard(samples, sampleRateHz, callWaitingHz);
});

test('a recording plays on the Recordings page, the remote party in the left ear', async ({ bob }) => {
  await bob.dial('tone');
  await bob.expectState('tone', 'Connected');
  await untilSeconds(bob, 'tone', 4);
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
  await untilSeconds(alice, 'echo', 3);
  await alice.hangUp('echo');
  const { channels, sampleRateHz } = await downloadRecording(alice, 'echo');
  for (const samples of channels) {
    expectHeard(samples.subarray(samples.length / 2), sampleRateHz, aliceToneHz);
  }
});
