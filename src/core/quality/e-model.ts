/** What a codec costs the listener (ITU-T G.113): its own impairment, and how well it bears packet loss. */
interface CodecImpairment {
  readonly ie: number;
  readonly bpl: number;
}

/** G.711 with the concealment that every browser has (G.113 Appendix I, table I.3). */
const g711: CodecImpairment = { ie: 0, bpl: 25.1 };
/**
 * By RTP name in lower case. G.113 says nothing of Opus; in-band FEC and concealment bear loss less well than 25.1 only at
 * bursts, so 20 is on the careful side. Wideband is worth no bonus here: the scale is that of narrowband.
 */
const impairments: ReadonlyMap<string, CodecImpairment> = new Map([
  ['pcmu', g711],
  ['pcma', g711],
  ['opus', { ie: 0, bpl: 20 }],
  ['g729', { ie: 11, bpl: 19 }],
  ['ilbc', { ie: 11, bpl: 32 }],
]);

/** R of a connection with nothing wrong, all parameters at the defaults of ITU-T G.107. */
const faultlessRating = 93.2;

/** Impairment by one-way delay, echo cancelled (G.107 §3.5, `Idd`). Up to 100 ms nobody notices. */
function delayImpairment(delayMs: number): number {
  if (delayMs <= 100) return 0;
  const x = Math.log2(delayMs / 100);
  return 25 * ((1 + x ** 6) ** (1 / 6) - 3 * (1 + (x / 3) ** 6) ** (1 / 6) + 2);
}

/** G.107 annex B. */
function toMeanOpinionScore(rating: number): number {
  if (rating <= 0) return 1;
  if (rating >= 100) return 4.5;
  // The polynomial dips below 1 where the rating is under 6.5.
  return Math.max(1, 1 + 0.035 * rating + rating * (rating - 60) * (100 - rating) * 7e-6);
}

/** What the E-model goes by. */
export interface TransmissionQuality {
  /** RTP name of the codec that is received, any case; null or unknown ones count as G.711. */
  readonly codec: string | null;
  /** Of the packets that should have come, 0 to 100; taken to be lost at random. */
  readonly packetLossPercent: number;
  /** Mouth to ear, without what the two computers add. Milliseconds. */
  readonly oneWayDelayMs: number;
}

/** Mean opinion score of a connection, 1 to 4.41, by the E-model (ITU-T G.107) with its default parameters. */
export function meanOpinionScore({ codec, packetLossPercent, oneWayDelayMs }: TransmissionQuality): number {
  const { ie, bpl } = impairments.get(codec?.toLowerCase() ?? '') ?? g711;
  const effectiveIe = ie + (95 - ie) * (packetLossPercent / (packetLossPercent + bpl));
  return toMeanOpinionScore(faultlessRating - delayImpairment(oneWayDelayMs) - effectiveIe);
}
