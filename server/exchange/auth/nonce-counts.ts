/** Remembers how often each nonce was used, so that a captured header is worth nothing (RFC 7616 §3.4.5). */
export interface NonceCounts {
  /** True if the count is higher than any before under this nonce. */
  readonly accept: (nonce: string, count: number) => boolean;
}

/** Keeps the last `maxNonces` nonces that were used. */
export function createNonceCounts(maxNonces: number): NonceCounts {
  const counts = new Map<string, number>();
  return {
    accept(nonce, count) {
      if (count <= (counts.get(nonce) ?? 0)) return false;
      counts.delete(nonce);
      counts.set(nonce, count);
      const [oldest] = counts.keys();
      if (counts.size > maxNonces && oldest !== undefined) counts.delete(oldest);
      return true;
    },
  };
}
