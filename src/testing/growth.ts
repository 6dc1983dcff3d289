const rounds = 7;
const leastMs = 0.3;

/** Milliseconds that so many calls take. */
function timeMs(run: () => unknown, calls: number): number {
  const start = performance.now();
  for (let call = 0; call < calls; call += 1) run();
  return performance.now() - start;
}

/**
 * How many times as much it costs to do the large thing once as to do the small thing `pieces` times, where the large
 * one is `pieces` times as long: about 1 for work in linear time, about `pieces` for work in quadratic time. Both sides
 * are taken in turn, and the third smallest of seven rounds counts: a machine that is busy elsewhere makes single
 * rounds dearer, quadratic work makes all of them dearer.
 */
export function growthBeyondLinear(large: () => unknown, small: () => unknown, pieces: number): number {
  timeMs(small, 5 * pieces);
  timeMs(large, 5);
  let calls = 1;
  while (timeMs(small, calls * pieces) < leastMs) calls *= 2;
  const ratios = Array.from(
    { length: rounds },
    () => timeMs(large, calls) / timeMs(small, calls * pieces),
  ).toSorted((a, b) => a - b);
  return ratios[2] ?? Number.NaN;
}
