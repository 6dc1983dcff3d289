import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCaptureBatcher } from './capture-batch.ts';
import { toleratedMs } from './file-time.ts';
import type { RecordingSampleRateHz } from './recording-meta.ts';
import { createStereoEncoder } from './stereo-encoder.ts';

const startedAtMs = 1_700_000_000_000;
const quantumMs = 128 / 48;

/** What may become of a recording, each for so many render quanta. */
type Step = readonly [
  kind: 'sound' | 'paused' | 'left only' | 'no source' | 'frames lost' | 'suspended',
  quanta: number,
];

/** Runs a recording through the worklet's and the worker's part, and gives its length beside the wall's. */
function record(sampleRateHz: RecordingSampleRateHz, steps: readonly Step[]) {
  let frame = 7 * 128;
  let wallMs = startedAtMs;
  let bytes = 0;
  let marks = 0;
  let loudFrames = 0;
  const encoder = createStereoEncoder({ sampleRateHz, startedAtMs }, () => (marks += 1));
  const write = (piece: Uint8Array) => {
    const view = new DataView(piece.buffer, piece.byteOffset, piece.byteLength);
    for (let offset = 0; offset < piece.byteLength; offset += 4) {
      if (view.getInt16(offset, true) > 8000) loudFrames += 1;
    }
    bytes += piece.byteLength;
  };
  const batcher = createCaptureBatcher(
    (batch) => encoder.push(batch, write),
    () => Math.floor(wallMs),
  );
  const loud = new Float32Array(128).fill(0.5);
  let sent = 0;
  for (const [kind, quanta] of steps) {
    for (let index = 0; index < quanta; index += 1) {
      const left = kind === 'sound' || kind === 'left only' ? loud : undefined;
      if (kind !== 'suspended' && kind !== 'frames lost') {
        batcher.push(frame, left, kind === 'sound' ? loud : undefined);
        if (left !== undefined) sent += 128;
      }
      if (kind !== 'suspended') frame += 128;
      wallMs += quantumMs;
    }
  }
  batcher.flush();
  encoder.end(Math.floor(wallMs), write);
  const factor = 48_000 / sampleRateHz;
  return {
    fileMs: (bytes / 4 / sampleRateHz) * 1000,
    wallMs: wallMs - startedAtMs,
    loudFrames,
    sent: sent / factor,
    marks,
  };
}

describe('the length of a recording', () => {
  it("is the wall's, whatever pauses, gaps and changes of sources there are, and no sample is lost", () => {
    const step = fc.tuple(
      fc.constantFrom('sound', 'sound', 'paused', 'left only', 'no source', 'frames lost', 'suspended'),
      fc.integer({ min: 1, max: 600 }),
    ) as fc.Arbitrary<Step>;
    const steps = fc.array(step, { maxLength: 12 }).map((rest): readonly Step[] => [['sound', 40], ...rest]);
    fc.assert(
      fc.property(fc.constantFrom<RecordingSampleRateHz[]>(8000, 16_000, 48_000), steps, (rate, given) => {
        const { fileMs, wallMs, loudFrames, sent } = record(rate, given);
        // A millisecond for the clock's whole ones.
        expect(Math.abs(fileMs - wallMs)).toBeLessThanOrEqual(toleratedMs + 1);
        // The low-pass rings at each edge, and delays the end by 16 samples.
        expect(Math.abs(loudFrames - sent)).toBeLessThanOrEqual(40 * (given.length + 1));
      }),
      { numRuns: 60 },
    );
  });

  it('tells of a suspended computer, also of one that was suspended until the end', () => {
    const quanta = Math.round(5000 / quantumMs);
    expect(
      record(16_000, [
        ['sound', 400],
        ['suspended', quanta],
        ['sound', 400],
      ]).marks,
    ).toBe(1);
    const { fileMs, wallMs, marks } = record(16_000, [
      ['sound', 400],
      ['suspended', quanta],
    ]);
    expect(marks).toBe(1);
    expect(Math.abs(fileMs - wallMs)).toBeLessThan(2);
  });
});
