/** Most of a frame of 60 Hz, so that a drawing comes with the frame that is due and not with the one after it. */
const earlyMs = 12;

/**
 * Calls `draw` with the time of the frame (as `performance.now`), `perSecond` times a second, for as long as the page is in
 * sight. Between two drawings the page asks for no frame, which would cost as much as an empty one does. Returns what ends it.
 */
export function drawInTime(draw: (nowMs: number) => void, perSecond: () => number): () => void {
  let request = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const next = () => {
    request = requestAnimationFrame((nowMs) => {
      draw(nowMs);
      timer = setTimeout(next, Math.max(0, 1000 / perSecond() - earlyMs));
    });
  };
  next();
  return () => {
    cancelAnimationFrame(request);
    clearTimeout(timer);
  };
}
