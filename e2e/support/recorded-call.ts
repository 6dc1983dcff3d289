import { aliceToneHz, bobToneHz, expect } from '../fixtures.ts';
import type { PhonePage } from '../pages/phone-page.ts';
import { untilSeconds } from './call-timer.ts';
import { piece, storedRecordings, type Stored } from './stored-recordings.ts';
import { expectHeard, toneLevelDb } from './tones.ts';

/** Alice and Bob are in a call whose timer has come to so many seconds. */
export async function talk(alice: PhonePage, bob: PhonePage, seconds: number): Promise<void> {
  await alice.dial('bob');
  await bob.accept('Alice');
  await alice.expectState('bob', 'Connected');
  await untilSeconds(alice, 'bob', seconds);
}

/** What Alice's phone has brought to the store. */
export async function storedByAlice(serverUrl: string): Promise<Stored> {
  const [recording] = await storedRecordings(serverUrl, 'alice');
  if (recording === undefined) throw new Error('the recording is gone');
  expect(recording.sha256).toBe(recording.meta.sha256);
  return recording;
}

/** Those of Alice's call with Bob unless told. */
interface Tones {
  readonly remoteHz?: number;
  readonly localHz?: number;
}

/** In a piece of a call, the remote party is heard on the left and one's own voice on the right. */
export function expectTones(
  recording: Pick<Stored, 'wav'>,
  fromMs: number,
  toMs: number,
  { remoteHz = bobToneHz, localHz = aliceToneHz }: Tones = {},
): void {
  const { left, right } = piece(recording, fromMs, toMs);
  expectHeard(left, recording.wav.sampleRateHz, remoteHz);
  expectHeard(right, recording.wav.sampleRateHz, localHz);
}

const pieceMs = 100;

interface TonesOfCall extends Tones {
  /** In so many of the pieces. */
  readonly leastShare?: number;
  /** Not where a mark says that the computer gave no sound. That is less than half of the call. */
  readonly exceptGaps?: boolean;
}

/**
 * Both tones are there together from the second second to the end, and neither in the
 * other's channel. A busy machine's fake microphone jumps now and then, and a tone that jumps within a piece cancels itself
 * out: one in twenty may.
 */
export function expectBothTones(
  recording: Stored,
  { remoteHz = bobToneHz, localHz = aliceToneHz, leastShare = 0.95, exceptGaps = false }: TonesOfCall = {},
): void {
  const { sampleRateHz, durationMs } = recording.wav;
  const gaps = exceptGaps ? recording.meta.marks.filter(({ kind }) => kind === 'gap') : [];
  const starts = Array.from(
    { length: Math.floor(durationMs / pieceMs) - 10 },
    (_, index) => 1000 + index * pieceMs,
  );
  const sounding = starts.filter((fromMs) =>
    gaps.every(({ atMs, durationMs: gapMs }) => fromMs + pieceMs < atMs || fromMs > atMs + (gapMs ?? 0)),
  );
  const loud = sounding.filter((fromMs) => {
    const { left, right } = piece(recording, fromMs, fromMs + pieceMs);
    return toneLevelDb(left, sampleRateHz, remoteHz) > -12 && toneLevelDb(right, sampleRateHz, localHz) > -12;
  });
  expect(sounding.length, 'pieces in which the computer gave sound').toBeGreaterThan(starts.length / 2);
  expect(loud.length / sounding.length, 'share of these with both tones').toBeGreaterThan(leastShare);
  const { left, right } = piece(recording, 1000, durationMs);
  expect(toneLevelDb(left, sampleRateHz, localHz), 'dB of the own tone on the left').toBeLessThan(-50);
  expect(toneLevelDb(right, sampleRateHz, remoteHz), 'dB of the remote tone on the right').toBeLessThan(-50);
}
