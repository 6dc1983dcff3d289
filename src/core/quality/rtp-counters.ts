/** What a session has received and sent since it began, as the browser counts it (W3C webrtc-stats). */
export interface RtpCounters {
  /** When it was counted, milliseconds since the Unix epoch. */
  readonly atMs: number;
  readonly packetsReceived: number;
  /** Falls when packets that were given up arrive after all (RFC 3550 §6.4.1). */
  readonly packetsLost: number;
  /** Interarrival jitter at this moment (RFC 3550 §6.4.1). */
  readonly jitterMs: number;
  /** Time that all samples together have waited in the jitter buffer, and how many samples came out of it. */
  readonly jitterBufferDelayMs: number;
  readonly jitterBufferEmitted: number;
  readonly packetsSent: number;
  /** By the last RTCP report of the far end; null until there is one. */
  readonly roundTripMs: number | null;
  /** RTP name of the codec that is received (`opus`, `PCMU`); null before the first packet. */
  readonly codec: string | null;
}
