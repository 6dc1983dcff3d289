/** How pieces of sound that carry a wall time are laid on a track. */
export interface PlacementRule {
  readonly sampleRateHz: number;
  /** Wall time of the track's first frame. */
  readonly baseNs: bigint;
  /** A gap shorter than this is jitter and is closed. 80 by default, as in seed 2. */
  readonly snapMs?: number;
  /**
   * Whether the gap before the first piece is closed like any other. False by default: between two sides of a call that
   * gap is time that really passed.
   */
  readonly snapFirst?: boolean;
}

/** Decides where each piece of one track goes. */
export interface TrackPlacer {
  /**
   * The frame at which a piece of `frames` frames begins: never before the end of the piece before it, and right there
   * when the gap is jitter.
   */
  readonly place: (wallNs: bigint, frames: number) => number;
}

/** Makes a placer for one track. */
export function createTrackPlacer(rule: PlacementRule): TrackPlacer {
  const { sampleRateHz, baseNs, snapMs = 80, snapFirst = false } = rule;
  const snapFrames = (snapMs * sampleRateHz) / 1000;
  let end = 0;
  let isFirst = true;

  return {
    place(wallNs, frames) {
      const wall = Number(((wallNs - baseNs) * BigInt(sampleRateHz)) / 1_000_000_000n);
      const closesGap = wall - end < snapFrames && (snapFirst || !isFirst);
      const start = closesGap ? end : Math.max(end, wall);
      isFirst = false;
      end = start + frames;
      return start;
    },
  };
}
