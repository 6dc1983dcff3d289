/** Estimate of a round trip (RFC 3261 §17.1.1.1). */
const t1Ms = 500;

/**
 * The timers of RFC 3261 table 4 that matter on a reliable transport. A, E and G retransmit and so do not exist here.
 * Deviates: D, I, J and K are zero on a reliable transport; here a finished transaction stays for T4, so that a
 * client that repeats itself all the same is absorbed.
 */
export const timers = {
  /** B, F: a request that nobody answers. H: an INVITE's final response that nobody acknowledges. */
  transactionMs: 64 * t1Ms,
  /** L, M (RFC 6026 §7): how long an answered INVITE lets further 2xx and their repetitions pass. */
  acceptedMs: 64 * t1Ms,
  /** T4: how long a finished transaction absorbs repetitions. */
  absorbMs: 5000,
} as const;
