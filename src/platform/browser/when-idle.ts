/** Nobody waits longer, also not in a page that is always busy. */
const longestMs = 3000;

/** Runs what is not urgent, once the page has nothing else to do. */
export function whenIdle(run: () => unknown): void {
  // Safari has no such call.
  if (typeof requestIdleCallback === 'undefined') setTimeout(run, longestMs);
  else requestIdleCallback(run, { timeout: longestMs });
}
