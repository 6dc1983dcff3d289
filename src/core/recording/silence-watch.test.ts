import { describe, expect, it } from 'vitest';
import type { RecordingMark } from './recording-mark.ts';
import { createSilenceWatch } from './silence-watch.ts';

const lasting = (kind: RecordingMark['kind']): RecordingMark => ({ kind, atMs: 0, durationMs: null });

function watch() {
  const told: [channel: 0 | 1, silent: boolean][] = [];
  const silence = createSilenceWatch((channel, silent) => told.push([channel, silent]));
  /** Tenths of a second; the left side is loud. */
  const pass = (tenths: number, right: number, marks: readonly RecordingMark[] = []) => {
    for (let index = 0; index < tenths; index += 1) {
      const samples = new Float32Array(4800);
      samples[17] = right;
      silence.push(
        { startFrame: 0, wallMs: 0, left: new Float32Array(4800).fill(0.1), right: samples },
        marks,
      );
    }
  };
  return { told, pass };
}

describe('createSilenceWatch', () => {
  it('tells when a channel has been silent for 10 s, once, and when it is heard again', () => {
    const { told, pass } = watch();
    pass(99, 0.00005);
    expect(told).toEqual([]);
    pass(50, 0);
    expect(told).toEqual([[1, true]]);
    pass(1, -0.001);
    expect(told).toEqual([
      [1, true],
      [1, false],
    ]);
  });

  it('begins anew with every sound', () => {
    const { told, pass } = watch();
    pass(99, 0);
    pass(1, 0.01);
    pass(99, 0);
    expect(told).toEqual([]);
  });

  it.each(['mute', 'hold', 'remote-hold', 'pause'] as const)('expects nothing while "%s" lasts', (kind) => {
    const { told, pass } = watch();
    pass(300, 0, [lasting(kind)]);
    expect(told).toEqual([]);
    pass(120, 0, [{ ...lasting(kind), durationMs: 30_000 }]);
    expect(told).toEqual([[1, true]]);
    pass(1, 0, [lasting(kind)]);
    expect(told.at(-1)).toEqual([1, false]);
  });

  it('counts time in which nothing came, and expects nobody while another way is looked for', () => {
    const told: [channel: 0 | 1, silent: boolean][] = [];
    const silence = createSilenceWatch((channel, silent) => told.push([channel, silent]));
    silence.miss(20_000, [lasting('hold')]);
    expect(told).toEqual([]);
    silence.miss(20_000, [lasting('reconnecting')]);
    expect(told).toEqual([[1, true]]);
    silence.miss(10_000, []);
    expect(told).toEqual([
      [1, true],
      [0, true],
    ]);
  });
});
