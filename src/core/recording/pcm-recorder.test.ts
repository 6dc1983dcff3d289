import { describe, expect, it, vi } from 'vitest';
import { createPcmRecorder } from './pcm-recorder.ts';

const pcm = (...values: readonly number[]) => new Uint8Array(Int16Array.from(values).buffer);

function createRecorder() {
  let nowMs = 1000;
  const warnRate = vi.fn<(channel: 0 | 1, measuredHz: number) => void>();
  const nowNs = () => BigInt(nowMs) * 1_000_000n;
  const recorder = createPcmRecorder({ sampleRateHz: 1000, nowNs, warnRate });
  return { ...recorder, warnRate, at: (value: number) => (nowMs = value) };
}

describe('createPcmRecorder', () => {
  it('puts both sides on one timeline, which begins with the first of them', () => {
    const { write, flush, at } = createRecorder();
    write(1, pcm(1, 2));
    at(1003);
    write(0, pcm(3));
    expect(flush()).toEqual({ left: Int16Array.of(0, 0, 0, 3), right: Int16Array.of(1, 2) });
  });

  it('lays end to end what follows soon, and keeps a pause', () => {
    const { write, flush, at } = createRecorder();
    write(0, pcm(1));
    at(1499);
    write(0, pcm(2));
    at(1999);
    write(0, pcm(3));
    const left = flush()?.left;
    expect([left?.length, left?.[0], left?.[1], left?.[999]]).toEqual([1000, 1, 2, 3]);
  });

  it('copies what it is given', () => {
    const { write, flush } = createRecorder();
    const buffer = pcm(5);
    write(0, buffer);
    buffer.fill(0);
    expect(flush()?.left).toEqual(Int16Array.of(5));
  });

  it('is over once it was flushed', () => {
    const { write, flush } = createRecorder();
    write(0, pcm(5));
    expect(flush()).not.toBeNull();
    write(0, pcm(6));
    expect(flush()).toBeNull();
  });

  it.each([
    [10, 10, []],
    [13, 10, []],
    [20, 10, [[1, 2000]]],
    [6, 10, [[1, 600]]],
    [4, 600, []],
  ])('with %i samples every %i ms it warns of %j', (frames, everyMs, warnings) => {
    const { write, at, warnRate } = createRecorder();
    for (let nowMs = 1000; nowMs < 21_000; nowMs += everyMs) {
      at(nowMs);
      write(1, pcm(...new Int16Array(frames)));
    }
    expect(warnRate.mock.calls).toEqual(warnings);
  });
});
