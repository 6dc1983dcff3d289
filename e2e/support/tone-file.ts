import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodeWav } from './wav.ts';

/**
 * Writes a tone as a mono WAV file, ten seconds at 48 kHz unless told, and returns its path. Chromium plays it in a loop as
 * its microphone; the length holds whole periods of every even frequency, so that the loop has no click.
 */
export function writeToneFile(
  frequencyHz: number,
  { sampleRateHz = 48_000, seconds = 10 }: { readonly sampleRateHz?: number; readonly seconds?: number } = {},
): string {
  const samples = new Float32Array(sampleRateHz * seconds).map(
    (_, index) => 0.5 * Math.sin((2 * Math.PI * frequencyHz * index) / sampleRateHz),
  );
  const path = join(mkdtempSync(join(tmpdir(), 'sidetone-tone-')), `${frequencyHz}.wav`);
  writeFileSync(path, encodeWav([samples], sampleRateHz));
  return path;
}
