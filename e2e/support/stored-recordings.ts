import { createHash } from 'node:crypto';
import { expect } from '@playwright/test';
import { toleratedMs } from '#core/recording/file-time.ts';
import type { RecordingMark } from '#core/recording/recording-mark.ts';
import type { StoredRecording } from '#core/upload/stored-recording.ts';
import { decodeWav, type DecodedWav } from './wav.ts';

/** A recording in the store. */
export interface Stored {
  readonly meta: StoredRecording;
  readonly wav: DecodedWav;
  /** Of the file as it was fetched, in lower-case hex. */
  readonly sha256: string;
}

/** The recordings that an account's phone has brought to the store, oldest first, once there are so many. */
export async function storedRecordings(
  serverUrl: string,
  account: string,
  count = 1,
): Promise<readonly Stored[]> {
  const list = async () => {
    const response = await fetch(`${serverUrl}/recordings`);
    const { recordings } = (await response.json()) as { readonly recordings: readonly StoredRecording[] };
    return recordings.filter(({ localUri }) => localUri.startsWith(`sip:${account}@`)).reverse();
  };
  await expect.poll(async () => (await list()).length).toBe(count);
  return Promise.all(
    (await list()).map(async (meta) => {
      const response = await fetch(new URL(meta.url, serverUrl));
      const file = Buffer.from(await response.arrayBuffer());
      return { meta, wav: decodeWav(file), sha256: createHash('sha256').update(file).digest('hex') };
    }),
  );
}

/** The one mark of a kind. */
export function markOf({ meta }: Stored, kind: RecordingMark['kind']): { atMs: number; endMs: number } {
  const [mark, ...others] = meta.marks.filter((mark) => mark.kind === kind);
  if (mark === undefined || others.length > 0) throw new Error(`one mark ${kind} was expected`);
  return { atMs: mark.atMs, endMs: mark.atMs + (mark.durationMs ?? 0) };
}

/**
 * Its file ends when its call did, which was between two times of the page's clock: file time is wall time. Both are measured
 * around the hang-up, so that a slow machine is given the time that it takes.
 */
export function expectEndBetween({ meta, wav }: Stored, fromMs: number, toMs: number): void {
  const endMs = meta.startedAtMs + wav.durationMs;
  expect(endMs).toBeGreaterThan(fromMs - toleratedMs);
  expect(endMs).toBeLessThan(toMs + toleratedMs);
}

/** A piece of the remote party's channel and of one's own. */
export function piece({ wav }: Pick<Stored, 'wav'>, fromMs: number, toMs: number) {
  const at = (ms: number) => Math.round((ms * wav.sampleRateHz) / 1000);
  const [left, right] = wav.channels.map((samples) => samples.subarray(at(fromMs), at(toMs)));
  if (left === undefined || right === undefined) throw new Error('two channels were expected');
  return { left, right };
}
