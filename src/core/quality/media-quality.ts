/** How a call sounds, in the seed's four levels: Good ≥ 4.0, Fair ≥ 3.0, Poor ≥ 2.0, else Critical. Source: seed 1, session-core's `MediaQualityAlertLevel`. */
export type QualityLevel = 'Good' | 'Fair' | 'Poor' | 'Critical';

/** One measurement of a call's sound. */
export interface QualityReport {
  /** Mean opinion score (ITU-T P.800.1), 1 to 5. */
  readonly mosScore: number;
  /** Of the packets that should have come since the last report, 0 to 100. */
  readonly packetLossPercent: number;
  /** Interarrival jitter (RFC 3550 §6.4.1), ≥ 0. */
  readonly jitterMs: number;
}

/** The last measurement, in whole numbers, so that what is equal compares as equal. */
export interface MediaQuality {
  readonly level: QualityLevel;
  readonly mosScoreX100: number;
  readonly packetLossX100: number;
  readonly jitterMs: number;
}

/** The level of a mean opinion score, 1 to 5. */
export function qualityLevel(mosScore: number): QualityLevel {
  if (mosScore >= 4) return 'Good';
  if (mosScore >= 3) return 'Fair';
  return mosScore >= 2 ? 'Poor' : 'Critical';
}

/** The measurement as it is kept; null for one that is no measurement (a division by nothing, say). */
export function toMediaQuality({
  mosScore,
  packetLossPercent,
  jitterMs,
}: QualityReport): MediaQuality | null {
  if (![mosScore, packetLossPercent, jitterMs].every(Number.isFinite)) return null;
  return {
    level: qualityLevel(mosScore),
    mosScoreX100: Math.round(mosScore * 100),
    packetLossX100: Math.round(packetLossPercent * 100),
    jitterMs: Math.round(jitterMs),
  };
}
