/** Longer than two frames. A page that is hidden meanwhile is given no frame until somebody looks at it again. */
const longestMs = 100;

/** Runs what nobody waits for once the next frame has been handed over; at once in a page that is out of sight. */
export function afterPaint(run: () => void, page: Pick<Document, 'visibilityState'> = document): void {
  if (page.visibilityState === 'hidden') {
    run();
    return;
  }
  let isDone = false;
  const runOnce = () => {
    if (isDone) return;
    isDone = true;
    run();
  };
  setTimeout(runOnce, longestMs);
  // The first frame shows what has changed, the second begins when that is done.
  requestAnimationFrame(() => requestAnimationFrame(runOnce));
}
