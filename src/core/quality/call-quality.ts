import type { Measurement } from './measurement.ts';

/** How a call sounded as a whole. Means are over its measurements, one a second. */
export interface QualitySummary {
  readonly measurements: number;
  readonly meanMosScore: number;
  readonly worstMosScore: number;
  readonly meanPacketLossPercent: number;
  readonly maxJitterMs: number;
  /** Of the last report that the far end sent; null when it sent none. */
  readonly roundTripMs: number | null;
}

/** Nothing has come, or nothing has gone out, for some seconds of a call in which it should. */
export type OneWayAudio = 'nothing-arrives' | 'nothing-leaves';

/** What is known of a call's sound. */
export interface CallQuality {
  /** Of the last minute, oldest first, for a graph. */
  readonly recent: readonly Measurement[];
  /** Null before the first measurement. */
  readonly summary: QualitySummary | null;
  readonly oneWay: OneWayAudio | null;
}

export const noQuality: CallQuality = { recent: [], summary: null, oneWay: null };

const recentLength = 60;

/** The call's quality with one more measurement. */
export function addMeasurement(quality: CallQuality, measurement: Measurement): CallQuality {
  return {
    ...quality,
    recent: [...quality.recent, measurement].slice(-recentLength),
    summary: summarise(quality.summary, measurement),
  };
}

function summarise(before: QualitySummary | null, { mosScore, ...now }: Measurement): QualitySummary {
  const count = (before?.measurements ?? 0) + 1;
  const mean = (old: number | undefined, value: number) => (old ?? 0) + (value - (old ?? 0)) / count;
  return {
    measurements: count,
    meanMosScore: mean(before?.meanMosScore, mosScore),
    worstMosScore: Math.min(before?.worstMosScore ?? mosScore, mosScore),
    meanPacketLossPercent: mean(before?.meanPacketLossPercent, now.packetLossPercent),
    maxJitterMs: Math.max(before?.maxJitterMs ?? 0, now.jitterMs),
    roundTripMs: now.roundTripMs ?? before?.roundTripMs ?? null,
  };
}
