import { aliceToneHz, bobToneHz, expect } from '../fixtures.ts';
import type { PhonePage } from '../pages/phone-page.ts';
import { piece, storedRecordings, type Stored } from './stored-recordings.ts';
import { toneLevelDb } from './tones.ts';

/** Alice and Bob are in a call whose timer has come to so many seconds. */
export async function talk(alice: PhonePage, bob: PhonePage, seconds: number): Promise<void> {
  await alice.dial('bob');
  await bob.accept('Alice');
  await alice.expectState('bob', 'Connected');
  const shownSeconds = async () => Number(/In call 0:(\d\d)/.exec(await alice.call('bob').innerText())?.[1]);
  await expect.poll(shownSeconds, { timeout: 30_000 }).toBeGreaterThanOrEqual(seconds);
}

/** What Alice's phone has brought to the store. */
export async function storedByAlice(serverUrl: string): Promise<Stored> {
  const [recording] = await storedRecordings(serverUrl, 'alice');
  if (recording === undefined) throw new Error('the recording is gone');
  expect(recording.sha256).toBe(recording.meta.sha256);
  return recording;
}

const pieceMs = 100;

/**
 * Both tones are there from the second second to the end, and neither in the other's channel. A busy machine's fake
 * microphone jumps now and then, and a tone that jumps within a piece cancels itself out: one in twenty may.
 */
export function expectBothTones(recording: Stored): void {
  const { sampleRateHz, durationMs } = recording.wav;
  const pieces = Math.floor(durationMs / pieceMs) - 10;
  let loud = 0;
  for (let index = 0; index < pieces; index += 1) {
    const fromMs = 1000 + index * pieceMs;
    const { left, right } = piece(recording, fromMs, fromMs + pieceMs);
    const remote = toneLevelDb(left, sampleRateHz, bobToneHz);
    const local = toneLevelDb(right, sampleRateHz, aliceToneHz);
    if (remote > -12 && local > -12) loud += 1;
  }
  expect(loud).toBeGreaterThan(pieces * 0.95);
  const { left, right } = piece(recording, 1000, durationMs);
  expect(toneLevelDb(left, sampleRateHz, aliceToneHz)).toBeLessThan(-50);
  expect(toneLevelDb(right, sampleRateHz, bobToneHz)).toBeLessThan(-50);
}
