import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  byteToLevel,
  createPeakMeter,
  decodePeaks,
  encodePeaks,
  halvePeaks,
  loudnessByte,
  mostBuckets,
} from './peaks.ts';

/** 20 ms of it are one frame. */
const oneFrameHz = 50;

const stereo = (frames: readonly (readonly [number, number])[]): Uint8Array =>
  new Uint8Array(Int16Array.from(frames.flat()).buffer);

const sample = fc.integer({ min: -32_768, max: 32_767 });
const sound = fc.array(fc.tuple(sample, sample), { maxLength: 200 });

function measure(pieces: readonly Uint8Array[], capacity = mostBuckets) {
  const meter = createPeakMeter(oneFrameHz, capacity);
  for (const piece of pieces) meter.push(piece);
  return meter.read();
}

describe('peaks', () => {
  it('are the loudest sample of each bucket, of either sign and of each side alone', () => {
    const meter = createPeakMeter(100);
    meter.push(stereo([[0, 100], [-32_768, 0], [1000, -300], [0, 0], [7000, 0]])); // prettier-ignore
    expect(meter.read()).toEqual({
      framesPerBucket: 2,
      remote: Uint8Array.of(255, loudnessByte(1000), loudnessByte(7000)),
      local: Uint8Array.of(loudnessByte(100), loudnessByte(300), 0),
    });
  });

  it('are the same however the bytes are cut', () => {
    fc.assert(
      fc.property(sound, fc.array(fc.nat(800), { maxLength: 8 }), (frames, cuts) => {
        const bytes = stereo(frames);
        const ends = [...cuts.filter((cut) => cut < bytes.length).toSorted((a, b) => a - b), bytes.length];
        const pieces = ends.map((end, index) => bytes.slice(ends[index - 1] ?? 0, end));
        expect(measure(pieces, 8)).toEqual(measure([bytes], 8));
      }),
    );
  });

  it('never have more buckets than they may, and are then those of twice as long ones', () => {
    fc.assert(
      fc.property(sound, (frames) => {
        const { framesPerBucket, remote, local } = measure([stereo(frames)], 8);
        expect(remote.length).toBeLessThanOrEqual(8 + 1);
        expect(local.length).toBe(remote.length);
        let finest = measure([stereo(frames)]);
        for (let frames = 1; frames < framesPerBucket; frames *= 2) {
          finest = { framesPerBucket: 0, remote: halvePeaks(finest.remote), local: halvePeaks(finest.local) };
        }
        expect([remote, local]).toEqual([finest.remote, finest.local]);
      }),
    );
  });

  it('merge: the louder of two bytes is the byte of the louder sample', () => {
    const amplitude = fc.integer({ min: 0, max: 32_768 });
    fc.assert(
      fc.property(amplitude, amplitude, (a, b) => {
        expect(Math.max(loudnessByte(a), loudnessByte(b))).toBe(loudnessByte(Math.max(a, b)));
      }),
    );
  });

  it('tell a level to a quarter of a decibel, and nothing of what nobody hears', () => {
    for (const amplitude of [60, 1000, 20_000, 32_768]) {
      const errorDb = 20 * Math.log10(byteToLevel(loudnessByte(amplitude)) / (amplitude / 32_768));
      expect(Math.abs(errorDb)).toBeLessThan(0.13);
    }
    expect([loudnessByte(0), loudnessByte(30), byteToLevel(0)]).toEqual([0, 0, 0]);
  });

  it('of an hour fit into 4 kB, which are written and read', () => {
    const meter = createPeakMeter(8000);
    const second = stereo(Array.from({ length: 8000 }, (_, index) => [index, -index] as const));
    for (let at = 0; at < 3600; at += 1) meter.push(second);
    const peaks = meter.read();
    const bytes = encodePeaks(peaks);
    expect(bytes.length).toBeLessThanOrEqual(4 + 2 * mostBuckets);
    expect(peaks.remote.length).toBeGreaterThan(mostBuckets / 2);
    expect(decodePeaks(bytes)).toEqual(peaks);
  });

  it.each([[0], [3], [5], [4 + 2 * (mostBuckets + 2)]])('are not %i bytes of something', (length) => {
    expect(decodePeaks(new Uint8Array(length).fill(1))).toBeNull();
  });

  it('are not anything with empty buckets', () => {
    expect(decodePeaks(new Uint8Array(8))).toBeNull();
  });
});
