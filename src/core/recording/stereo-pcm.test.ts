import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stitchStereo } from './stereo-pcm.ts';

it('puts left before right, and silence where one side ends first', () => {
  const parts = [
    { left: Int16Array.of(1, -2), right: Int16Array.of(3) },
    { left: Int16Array.of(), right: Int16Array.of(4) },
  ];
  expect(new Int16Array(stitchStereo(parts).buffer)).toEqual(Int16Array.of(1, 3, -2, 0, 0, 4));
});

it('has four bytes for each frame of the longer side of each part', () => {
  const track = fc.int16Array({ maxLength: 50 });
  fc.assert(
    fc.property(fc.array(fc.record({ left: track, right: track }), { maxLength: 5 }), (parts) => {
      const frames = parts.reduce((sum, { left, right }) => sum + Math.max(left.length, right.length), 0);
      expect(stitchStereo(parts).byteLength).toBe(frames * 4);
    }),
  );
});
