import type { Sn3Frame } from './sn3-format.ts';

/** What a sender may be off by its own clock from one frame to the next; a stream that began anew is off by anything. */
const restartNs = 5_000_000_000n;
/** How long a network, or a busy computer, may hold frames back. Frames of a blob: 2 s of packets of 20 ms. */
const windowFrames = 100;

/**
 * When the frames of one side, in their order, were sent, by the wall clock of the blob: nanoseconds. Their own wall times
 * tell when each came, early or in a burst; their RTP timestamps (RFC 3550 §5.1) tell the even steps between them, but not
 * that a sender stood still. So a frame is as late as the earliest of those that follow it.
 */
export function sentTimes(frames: readonly Sn3Frame[], clockRateHz: number): readonly bigint[] {
  const steps = toSteps(frames, clockRateHz);
  const lateness = frames.map(({ wallNs }, index) => wallNs - (steps[index] ?? 0n));
  const starts = lateness.map((late, index) => index === 0 || isRestart(late, lateness[index - 1] ?? late));
  return steps.map((step, index) => {
    let earliest = lateness[index] ?? 0n;
    for (let next = index + 1; next < index + windowFrames; next += 1) {
      const late = lateness[next];
      if (late === undefined || starts[next]) break;
      if (late < earliest) earliest = late;
    }
    return step + earliest;
  });
}

const isRestart = (late: bigint, before: bigint): boolean =>
  late - before > restartNs || before - late > restartNs;

/** The RTP timestamps as nanoseconds since the first; they go round. */
function toSteps(frames: readonly Sn3Frame[], clockRateHz: number): readonly bigint[] {
  let ticks = 0;
  let before = frames[0]?.rtpTimestamp ?? 0;
  return frames.map(({ rtpTimestamp }) => {
    ticks += (rtpTimestamp - before) | 0;
    before = rtpTimestamp;
    return BigInt(Math.round((ticks * 1e9) / clockRateHz));
  });
}
