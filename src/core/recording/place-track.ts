import { createTrackPlacer } from './track-placer.ts';
import type { PlacementRule } from './track-placer.ts';

/** A piece of one side's sound and when it was heard. */
export interface TimedSamples {
  readonly wallNs: bigint;
  readonly samples: Int16Array;
}

/** Longest track. A wrong time in a damaged blob must not fill the memory with silence. */
const longestTrackSec = 4 * 60 * 60;

/**
 * One side's pieces, in their order, as one track with silence in the gaps; it ends with its last piece. Nothing is
 * mixed or cut. Pieces that would end more than 4 hours after the base are left out.
 */
export function placeTrack(pieces: readonly TimedSamples[], rule: PlacementRule): Int16Array {
  const placer = createTrackPlacer(rule);
  const longest = longestTrackSec * rule.sampleRateHz;
  const placed = pieces
    .map(({ wallNs, samples }) => ({ samples, start: placer.place(wallNs, samples.length) }))
    .filter(({ samples, start }) => start + samples.length <= longest);

  const last = placed.at(-1);
  const track = new Int16Array(last === undefined ? 0 : last.start + last.samples.length);
  for (const { samples, start } of placed) track.set(samples, start);
  return track;
}
