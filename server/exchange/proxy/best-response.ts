/** Among refusals of one class: what the caller can act on, first (RFC 3261 §16.7 step 6), then what says most. */
const preferred = [401, 407, 415, 420, 484, 486, 488, 404, 480];
/** A branch that merely did not answer says little, and least the caller's own phone, where the call is a loop. */
const last = [408, 482];

/** Lower is better. 6xx wins, then the lowest class. */
function rank(status: number): number {
  if (status >= 600) return 0;
  const place = preferred.indexOf(status);
  const within = place === -1 ? preferred.length + 1 + last.indexOf(status) : place;
  return Math.floor(status / 100) * 100 + within;
}

/** The refusal that the caller hears of; null if there is none. */
export const chooseBest = <Response extends { readonly status: number }>(
  responses: readonly Response[],
): Response | null =>
  responses.reduce<Response | null>(
    (best, next) => (best === null || rank(next.status) < rank(best.status) ? next : best),
    null,
  );
