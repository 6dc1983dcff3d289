import { aliceToneHz, bobToneHz, expect, test } from './fixtures.ts';
import { createPhonePage, type PhonePage } from './pages/phone-page.ts';
import { connectedDurationMs, pageNowMs } from './support/call-clock.ts';
import { untilSeconds } from './support/call-timer.ts';
import { openMediaNetwork, readIceUfrag, unplugMicrophone } from './support/media-watch.ts';
import { expectTones } from './support/recorded-call.ts';
import {
  expectEndBetween,
  markOf,
  piece,
  storedRecordings,
  type Stored,
} from './support/stored-recordings.ts';
import { expectHeard, expectUnheard, toneLevelDb } from './support/tones.ts';

const sampleRateHz = 16_000;
/** What the exchange's extension `tone` sends. */
const extensionToneHz = 440;

const press = (phone: PhonePage, party: string, name: string) =>
  phone.call(party).getByRole('button', { name, exact: true }).click();

function expectSilence(stored: Stored, fromMs: number, toMs: number): void {
  const { left, right } = piece(stored, fromMs, toMs);
  expectUnheard(left, sampleRateHz, bobToneHz);
  expectUnheard(right, sampleRateHz, aliceToneHz);
}

/** A piece that is missing takes its periods with it: 10 ms in 5 s would be seen. */
function expectPeriods(samples: Float32Array, frequencyHz: number): void {
  const periods = samples.filter((sample, index) => sample >= 0 && (samples[index - 1] ?? 0) < 0).length;
  const expected = (frequencyHz * samples.length) / sampleRateHz;
  expect(Math.abs(periods / expected - 1)).toBeLessThan(0.002);
}

/** Where the tone is not as loud as it should be, in steps of 50 ms. */
function quietWindows(samples: Float32Array, frequencyHz: number): readonly number[] {
  const windowFrames = sampleRateHz / 20;
  return Array.from({ length: Math.floor(samples.length / windowFrames) }, (_, index) => index).filter(
    (index) => {
      const window = samples.subarray(index * windowFrames, (index + 1) * windowFrames);
      return toneLevelDb(window, sampleRateHz, frequencyHz) <= -12;
    },
  );
}

async function callBob(alice: PhonePage, bob: PhonePage): Promise<void> {
  await alice.dial('bob');
  await bob.accept('Alice');
  await alice.expectState('bob', 'Connected');
}

test('a call of 30 s that was on hold for 10 s has a recording of 30 s, with silence and a mark', async ({
  alice,
  bob,
  serverUrl,
}) => {
  await callBob(alice, bob);
  await untilSeconds(alice, 'bob', 8);
  await press(alice, 'bob', 'Hold');
  await expect(alice.call('bob')).toContainText('On hold');
  await untilSeconds(alice, 'bob', 18);
  await press(alice, 'bob', 'Resume');
  await untilSeconds(alice, 'bob', 30);
  await alice.hangUp('bob');

  const [stored] = await storedRecordings(serverUrl, 'alice');
  if (stored === undefined) throw new Error('there is no recording');
  expect(Math.abs(stored.wav.durationMs - (await connectedDurationMs(alice.page)))).toBeLessThan(100);
  expect(stored.wav.durationMs).toBeGreaterThan(29_900);
  const { atMs, endMs } = markOf(stored, 'hold');
  expect(endMs - atMs).toBeGreaterThan(9000);
  expectTones(stored, atMs - 1200, atMs - 200);
  expectSilence(stored, atMs + 500, endMs - 200);
  expectTones(stored, endMs + 700, endMs + 1700);

  await alice.goTo('Recordings');
  await expect(alice.recording('bob')).toContainText(/On hold 0:0[7-9]–0:1[7-9]/);
});

test('who is asked is recorded only after a yes; nothing of a pause is in the file, and a call can be recorded twice', async ({
  openPage,
  serverUrl,
}) => {
  const recording = { policy: 'ask' } as const;
  const alice = createPhonePage(await openPage('alice', { recording }));
  const bob = createPhonePage(await openPage('bob', { recording }));
  await Promise.all([alice.open('alice'), bob.open('bob')]);
  await callBob(alice, bob);
  await expect(alice.call('bob')).toContainText('Record this call?');
  await press(alice, 'bob', 'Record');
  await untilSeconds(alice, 'bob', 2);
  await press(alice, 'bob', 'Pause recording');
  await expect(alice.call('bob')).toContainText('Recording paused');
  await expect(bob.call('Alice')).toContainText('Record this call?');
  await press(bob, 'Alice', 'Do not record');
  await expect(bob.call('Alice')).not.toContainText('Record this call?');
  await untilSeconds(alice, 'bob', 5);
  await press(alice, 'bob', 'Resume recording');
  await untilSeconds(alice, 'bob', 7);
  await press(alice, 'bob', 'Stop recording');
  await storedRecordings(serverUrl, 'alice');
  await press(alice, 'bob', 'Record');
  await expect(alice.call('bob')).toContainText(/Recording0:(?:0[2-9]|[1-5]\d)/);
  await alice.hangUp('bob');

  const [first, second] = await storedRecordings(serverUrl, 'alice', 2);
  if (first === undefined || second === undefined) throw new Error('two recordings were expected');
  expect(first.meta.callId).toBe(second.meta.callId);
  const { atMs, endMs } = markOf(first, 'pause');
  expect(endMs - atMs).toBeGreaterThan(2000);
  expectTones(first, atMs - 1000, atMs - 100);
  const { left, right } = piece(first, atMs + 150, endMs - 50);
  for (const samples of [left, right]) expect(samples.every((sample) => sample === 0)).toBe(true);
  expectTones(first, endMs + 150, endMs + 1150);
  expect(second.meta.startedAtMs).toBeGreaterThan(first.meta.startedAtMs + first.wav.durationMs);
  expectTones(second, 500, 1800);

  await bob.goTo('Recordings');
  // Those of Alice, whose store it is, too. What Bob's phone had begun would be among them from its first second.
  const rows = bob.page.getByRole('listitem').filter({ hasText: /Incoming|Outgoing/ });
  await expect(rows).toHaveCount(2);
  await expect(rows.filter({ hasText: 'Incoming' })).toHaveCount(0);
  await storedRecordings(serverUrl, 'bob', 0);
});

test('a microphone that is unplugged in mid-call is followed by the next one, at both ends', async ({
  alice,
  bob,
  serverUrl,
}) => {
  await callBob(alice, bob);
  await untilSeconds(alice, 'bob', 3);
  await unplugMicrophone(alice.page);
  await untilSeconds(alice, 'bob', 6);
  await alice.hangUp('bob');

  const [stored] = await storedRecordings(serverUrl, 'alice');
  const [ofBob] = await storedRecordings(serverUrl, 'bob');
  if (stored === undefined || ofBob === undefined) throw new Error('two recordings were expected');
  const { atMs } = markOf(stored, 'device-change');
  expectTones(stored, atMs - 1500, atMs - 100);
  expectTones(stored, atMs + 500, atMs + 1900);
  const { left } = piece(ofBob, ofBob.wav.durationMs - 1500, ofBob.wav.durationMs - 300);
  expectHeard(left, sampleRateHz, aliceToneHz);
});

test('a call whose network is lost is recorded beyond the ICE restart that brings it back', async ({
  alice,
  bob,
  serverUrl,
}) => {
  const network = await openMediaNetwork(alice.page);
  await callBob(alice, bob);
  await untilSeconds(alice, 'bob', 3);
  const before = await readIceUfrag(alice.page);
  await network.goAway();
  await expect(alice.call('bob')).toContainText('Reconnecting');
  await expect.poll(() => readIceUfrag(alice.page)).not.toBe(before);
  await network.comeBack();
  await expect(alice.call('bob')).toContainText('In call');
  const restoredAtMs = await pageNowMs(alice.page);
  await expect.poll(() => pageNowMs(alice.page)).toBeGreaterThan(restoredAtMs + 3000);
  const hangUpMs = await pageNowMs(alice.page);
  await alice.hangUp('bob');
  await alice.expectState('bob', 'Terminated');
  const overMs = await pageNowMs(alice.page);

  const [stored] = await storedRecordings(serverUrl, 'alice');
  const [ofBob] = await storedRecordings(serverUrl, 'bob');
  if (stored === undefined || ofBob === undefined) throw new Error('two recordings were expected');
  expectEndBetween(stored, hangUpMs, overMs);
  const { atMs, endMs } = markOf(stored, 'reconnecting');
  expectTones(stored, 1200, 2500);
  // Nothing comes from Bob any more, and Alice is heard by her own phone all the while.
  const meanwhile = piece(stored, atMs - 1000, endMs - 1000);
  expectUnheard(meanwhile.left, sampleRateHz, bobToneHz);
  expectHeard(meanwhile.right, sampleRateHz, aliceToneHz);
  expectTones(stored, endMs + 1000, endMs + 2500);
  const { left } = piece(ofBob, ofBob.wav.durationMs - 1500, ofBob.wav.durationMs - 300);
  expectHeard(left, sampleRateHz, aliceToneHz);
});

test('a page that is blocked for 5 s records on: not a piece of it is missing', async ({
  alice,
  bob,
  serverUrl,
}) => {
  await callBob(alice, bob);
  await untilSeconds(alice, 'bob', 2);
  const [fromMs, toMs] = await alice.page.evaluate(() => {
    const from = Date.now();
    while (Date.now() - from < 5000);
    return [from, Date.now()] as const;
  });
  await untilSeconds(alice, 'bob', 9);
  await alice.hangUp('bob');

  const [stored] = await storedRecordings(serverUrl, 'alice');
  if (stored === undefined) throw new Error('there is no recording');
  expect(Math.abs(stored.wav.durationMs - (await connectedDurationMs(alice.page)))).toBeLessThan(100);
  const { startedAtMs } = stored.meta;
  const { left, right } = piece(stored, fromMs - startedAtMs, toMs - startedAtMs);
  const tones = [
    [left, bobToneHz],
    [right, aliceToneHz],
  ] as const;
  const [quietLeft = [], quietRight = []] = tones.map(([samples, frequencyHz]) => {
    expectPeriods(samples, frequencyHz);
    return quietWindows(samples, frequencyHz);
  });
  // What the recorder loses is missing in both channels. A busy machine's network and microphone may lose a piece of one.
  expect(quietLeft.filter((start) => quietRight.includes(start))).toEqual([]);
  expect(Math.max(quietLeft.length, quietRight.length)).toBeLessThanOrEqual(3);
});

test('two calls at once are two recordings, each with its own remote party', async ({
  alice,
  bob,
  serverUrl,
}) => {
  await callBob(alice, bob);
  await untilSeconds(alice, 'bob', 3);
  await alice.dial('tone');
  await alice.expectState('tone', 'Connected');
  await untilSeconds(alice, 'tone', 4);
  await alice.hangUp('tone');
  await alice.hangUp('bob');

  const [withBob, withTone] = await storedRecordings(serverUrl, 'alice', 2);
  if (withBob === undefined || withTone === undefined) throw new Error('two recordings were expected');
  // Bob is held while Alice talks to the other.
  const heldAtMs = markOf(withBob, 'hold').atMs;
  for (const [stored, endMs, ownHz, otherHz] of [
    [withBob, heldAtMs - 300, bobToneHz, extensionToneHz],
    [withTone, withTone.wav.durationMs - 300, extensionToneHz, bobToneHz],
  ] as const) {
    const { left } = piece(stored, endMs - 1500, endMs);
    expectHeard(left, sampleRateHz, ownHz);
    expectUnheard(left, sampleRateHz, otherHz);
  }
  const { left } = piece(withBob, heldAtMs + 500, withBob.wav.durationMs);
  expectUnheard(left, sampleRateHz, extensionToneHz);
});
