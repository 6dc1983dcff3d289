import { aliceToneHz, expect, test } from './fixtures.ts';
import { createPhonePage } from './pages/phone-page.ts';
import { passSeconds } from './support/call-timer.ts';
import { talk } from './support/recorded-call.ts';
import { markOf, piece, storedRecordings, type Stored } from './support/stored-recordings.ts';
import { expectHeard, expectUnheard, toneLevelDb } from './support/tones.ts';

const beepHz = 1400;
const windowMs = 50;

/** When beeps begin in a channel, in milliseconds of the file. A jitter buffer may tear one apart. */
function beepsIn(stored: Stored, side: 'left' | 'right'): readonly number[] {
  const { sampleRateHz, durationMs } = stored.wav;
  const begins: number[] = [];
  for (let atMs = 0; atMs + windowMs <= durationMs; atMs += windowMs) {
    const samples = piece(stored, atMs, atMs + windowMs)[side];
    const isHeard = toneLevelDb(samples, sampleRateHz, beepHz) > -30;
    if (isHeard && atMs - (begins.at(-1) ?? -Infinity) > 1000) begins.push(atMs);
  }
  return begins;
}

test('the other side hears a beep every so often, and none while the recording is paused', async ({
  openPage,
  bob,
  serverUrl,
}) => {
  const page = await openPage('alice', { recording: { policy: 'always', beepSeconds: 5 } });
  const alice = createPhonePage(page);
  await alice.open('alice');
  await talk(alice, bob, 8);
  const card = alice.call('bob');
  await card.getByRole('button', { name: 'Pause recording' }).click();
  await passSeconds(alice, 'bob', 7);
  await card.getByRole('button', { name: 'Resume recording' }).click();
  await passSeconds(alice, 'bob', 2);
  await alice.hangUp('bob');

  const [own] = await storedRecordings(serverUrl, 'alice');
  const [ofBob] = await storedRecordings(serverUrl, 'bob');
  if (own === undefined || ofBob === undefined) throw new Error('two recordings were expected');
  const pause = markOf(own, 'pause');
  const aheadMs = own.meta.startedAtMs - ofBob.meta.startedAtMs;
  const begins = beepsIn(ofBob, 'left').map((atMs) => atMs - aheadMs);
  const [first = 0, second = 0] = begins;
  expect(Math.abs(first)).toBeLessThan(1000);
  expect(Math.abs(second - first - 5000)).toBeLessThan(500);
  const during = begins.filter((atMs) => atMs > pause.atMs + 700 && atMs < pause.endMs);
  expect(during).toEqual([]);
  expect(begins.some((atMs) => atMs >= pause.endMs)).toBe(true);
  // The voice goes on beside the beep.
  const { left } = piece(ofBob, first + aheadMs + 500, second + aheadMs - 100);
  expectHeard(left, ofBob.wav.sampleRateHz, aliceToneHz);

  // One's own recording has the voices only.
  for (const side of ['left', 'right'] as const) expect(beepsIn(own, side)).toEqual([]);
});

test('hold and mute silence a microphone that beeps, here and there, and let it be heard again; a mute leaves the beep', async ({
  openPage,
  bob,
  serverUrl,
}) => {
  const page = await openPage('alice', { recording: { policy: 'always', beepSeconds: 5 } });
  const alice = createPhonePage(page);
  await alice.open('alice');
  await talk(alice, bob, 2);
  const card = alice.call('bob');
  const press = (name: string) => card.getByRole('button', { name, exact: true }).click();
  await press('Hold');
  await expect(card).toContainText('On hold');
  await passSeconds(alice, 'bob', 4);
  await press('Resume');
  await passSeconds(alice, 'bob', 3);
  await press('Mute');
  await passSeconds(alice, 'bob', 6);
  await press('Unmute');
  await passSeconds(alice, 'bob', 3);
  await alice.hangUp('bob');

  const [own] = await storedRecordings(serverUrl, 'alice');
  const [ofBob] = await storedRecordings(serverUrl, 'bob');
  if (own === undefined || ofBob === undefined) throw new Error('two recordings were expected');
  const atAlice = (fromMs: number, toMs: number) =>
    [piece(own, fromMs, toMs).right, own.wav.sampleRateHz, aliceToneHz] as const;
  const atBob = (fromMs: number, toMs: number) =>
    [piece(ofBob, fromMs, toMs).left, ofBob.wav.sampleRateHz, aliceToneHz] as const;
  const [held, muted] = [markOf(own, 'hold'), markOf(own, 'mute')];
  const aheadMs = own.meta.startedAtMs - ofBob.meta.startedAtMs;
  // Muted or not, the other side hears that it is recorded.
  const beeps = beepsIn(ofBob, 'left').map((atMs) => atMs - aheadMs);
  expect(beeps.some((atMs) => atMs > muted.atMs + 200 && atMs < muted.endMs)).toBe(true);
  for (const { atMs, endMs } of [held, muted]) {
    // The stack opens the microphone before the other side has agreed to resume, which hears through a jitter buffer.
    const heardAtMs = atMs + aheadMs;
    const heardEndMs = endMs + aheadMs;
    expectUnheard(...atAlice(atMs + 500, endMs - 700));
    expectUnheard(...atBob(heardAtMs + 1000, heardEndMs - 700));
    expectHeard(...atAlice(endMs + 700, endMs + 1700));
    expectHeard(...atBob(heardEndMs + 1000, heardEndMs + 1900));
  }
});
