import { meanOpinionScore } from './e-model.ts';
import type { QualityReport } from './media-quality.ts';
import type { RtpCounters } from './rtp-counters.ts';

/** How a call sounded between two readings of its counters, some second apart. */
export interface Measurement extends QualityReport {
  /** Of the later reading, milliseconds since the Unix epoch. */
  readonly atMs: number;
  /** Null until the far end has sent a report. */
  readonly roundTripMs: number | null;
}

/** What came between two readings; null when nothing was to come, as on hold. Both of the same session, the earlier first. */
export function measure(before: RtpCounters, now: RtpCounters): Measurement | null {
  const received = now.packetsReceived - before.packetsReceived;
  // A late packet takes back a loss that was counted in the reading before.
  const lost = Math.max(0, now.packetsLost - before.packetsLost);
  if (received + lost <= 0) return null;
  const packetLossPercent = (100 * lost) / (received + lost);
  const emitted = now.jitterBufferEmitted - before.jitterBufferEmitted;
  const bufferedMs = emitted > 0 ? (now.jitterBufferDelayMs - before.jitterBufferDelayMs) / emitted : 0;
  return {
    atMs: now.atMs,
    packetLossPercent,
    jitterMs: now.jitterMs,
    roundTripMs: now.roundTripMs,
    mosScore: meanOpinionScore({
      codec: now.codec,
      packetLossPercent,
      oneWayDelayMs: (now.roundTripMs ?? 0) / 2 + bufferedMs,
    }),
  };
}

/** Samples that a level is decided by, and how many of them it takes. */
const windowLength = 5;
const majority = 3;

const lowestFirst = (a: number, b: number): number => a - b;
const highestFirst = (a: number, b: number): number => b - a;

/** What as many as it takes say, or worse. */
const agreedOn = (values: readonly number[], worstFirst: typeof lowestFirst): number =>
  [...values].sort(worstFirst)[majority - 1] ?? Number.NaN;

/**
 * What three of the last five measurements agree on, as it is or worse: so many it takes to change a level, either way.
 * Null while there are fewer than three.
 */
export function steadyQuality(measurements: readonly Measurement[]): QualityReport | null {
  const last = measurements.slice(-windowLength);
  if (last.length < majority) return null;
  return {
    mosScore: agreedOn(
      last.map(({ mosScore }) => mosScore),
      lowestFirst,
    ),
    packetLossPercent: agreedOn(
      last.map(({ packetLossPercent }) => packetLossPercent),
      highestFirst,
    ),
    jitterMs: agreedOn(
      last.map(({ jitterMs }) => jitterMs),
      highestFirst,
    ),
  };
}
