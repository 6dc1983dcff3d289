import { describe, expect, it } from 'vitest';
import { decodeStereoWav, sine, toneDbfs } from '#testing/tones.ts';
import type { RecordingMark } from './recording-mark.ts';
import type { RecordingSampleRateHz } from './recording-meta.ts';
import { createStereoEncoder } from './stereo-encoder.ts';

const startedAtMs = 1_700_000_000_000;

function encode(
  sampleRateHz: RecordingSampleRateHz,
  runs: readonly { readonly startFrame: number; readonly frames: number }[],
) {
  const marks: RecordingMark[] = [];
  const encoder = createStereoEncoder({ sampleRateHz, startedAtMs }, (mark) => marks.push(mark));
  const pieces: Uint8Array[] = [new Uint8Array(44)];
  for (const { startFrame, frames } of runs) {
    const tones = [440, 1000].map((hz) => sine(hz, 48000, startFrame + frames).subarray(startFrame));
    const [left, right] = tones as [Float32Array<ArrayBuffer>, Float32Array<ArrayBuffer>];
    const wallMs = startedAtMs + (startFrame - (runs[0]?.startFrame ?? 0)) / 48;
    encoder.push({ startFrame, wallMs, left, right }, (bytes) => pieces.push(bytes));
  }
  return { ...decodeStereoWav(Buffer.concat(pieces)), paddedFrames: encoder.paddedFrames(), marks };
}

describe('createStereoEncoder', () => {
  it.each([8000, 16000, 48000] as const)('keeps the channels apart at %i Hz', (sampleRateHz) => {
    const { left, right } = encode(sampleRateHz, [{ startFrame: 0, frames: 48000 }]);
    expect(left.length).toBe(sampleRateHz);
    expect(toneDbfs(left, sampleRateHz, 440)).toBeCloseTo(-6, 0);
    expect(toneDbfs(left, sampleRateHz, 1000)).toBeLessThan(-80);
    expect(toneDbfs(right, sampleRateHz, 1000)).toBeCloseTo(-6, 0);
    expect(toneDbfs(right, sampleRateHz, 440)).toBeLessThan(-80);
  });

  it('begins with the first batch, wherever the context was', () => {
    expect(encode(16000, [{ startFrame: 96_000, frames: 4800 }]).left.length).toBe(1600);
  });

  it('fills a hole of any length with silence', () => {
    const hole = 3 * 48000 + 480;
    const { left, paddedFrames, marks } = encode(16000, [
      { startFrame: 0, frames: 4800 },
      { startFrame: 4800 + hole, frames: 4800 },
    ]);
    expect(left.length).toBe((4800 + hole + 4800) / 3);
    expect(paddedFrames).toBe(hole);
    expect(marks).toEqual([{ kind: 'gap', atMs: 100, durationMs: 3010 }]);
    expect(left.subarray(1700, 1700 + 48000).every((sample) => sample === 0)).toBe(true);
  });

  it('drops frames that it had already', () => {
    const { left } = encode(48000, [
      { startFrame: 0, frames: 4800 },
      { startFrame: 2400, frames: 4800 },
      { startFrame: 100, frames: 100 },
    ]);
    expect(left.length).toBe(7200);
    expect(toneDbfs(left, 48000, 440)).toBeCloseTo(-6, 0);
  });
});
