import { byteToLevel, type Peaks } from '#core/recording/peaks.ts';
import { columnsIn, levelToShare } from '../shared/pair-trace-drawing.ts';

const [pitchPx, barPx, gapPx] = [4, 3, 2];

/** Draws both voices of a whole recording, the remote party above the line, you below it, as on the card of a call. */
export function drawPairBars(
  peaks: Pick<Peaks, 'local' | 'remote'>,
  context: CanvasRenderingContext2D,
  pixelRatio: number,
): void {
  const { width, height } = context.canvas;
  const columns = columnsIn(width / pixelRatio) - 1;
  const middle = height / 2;
  const room = middle - (gapPx + 1) * pixelRatio;
  context.beginPath();
  for (let column = 0; column < columns; column += 1) {
    const x = column * pitchPx * pixelRatio;
    const above = Math.max(2 * pixelRatio, room * shareOf(peaks.remote, column, columns));
    const below = Math.max(2 * pixelRatio, room * shareOf(peaks.local, column, columns));
    const bar = (y: number, size: number) =>
      context.roundRect(x, y, barPx * pixelRatio, size, Math.min(barPx * pixelRatio, size) / 2);
    bar(middle - gapPx * pixelRatio - above, above);
    bar(middle + gapPx * pixelRatio, below);
  }
  context.fill();
}

/** How high a column is, 0 to 1: the loudest of its buckets. */
function shareOf(buckets: Uint8Array, column: number, columns: number): number {
  const from = Math.floor((column * buckets.length) / columns);
  const until = Math.max(from + 1, Math.ceil(((column + 1) * buckets.length) / columns));
  let loudest = 0;
  for (let at = from; at < until; at += 1) loudest = Math.max(loudest, buckets[at] ?? 0);
  return levelToShare(byteToLevel(loudest));
}
