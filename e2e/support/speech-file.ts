import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodeWav } from './wav.ts';

const sampleRateHz = 48_000;
const syllableSec = 0.22;

/**
 * Writes twelve seconds that look like somebody who talks and listens by turns: syllables of different loudness in
 * phrases with pauses. For pictures, not for ears. `turn` 0 talks first, 1 second.
 */
export function writeSpeechFile(turn: 0 | 1): string {
  const samples = Float32Array.from({ length: sampleRateHz * 12 }, (_, index) => {
    const timeSec = index / sampleRateHz;
    const phrase = Math.floor(timeSec / 1.5);
    const talks = phrase % 2 === turn && timeSec % 1.5 < 1.3;
    if (!talks) return 0;
    const syllable = Math.floor(timeSec / syllableSec);
    const loudness = 0.01 + 0.12 * Math.abs(Math.sin(syllable * 12.9898 + turn));
    const envelope = Math.sin((Math.PI * (timeSec % syllableSec)) / syllableSec);
    return loudness * envelope * Math.sin(2 * Math.PI * (turn === 0 ? 180 : 130) * timeSec);
  });
  const path = join(mkdtempSync(join(tmpdir(), 'sidetone-speech-')), `speech-${String(turn)}.wav`);
  writeFileSync(path, encodeWav([samples], sampleRateHz));
  return path;
}
