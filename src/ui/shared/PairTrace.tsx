import { type RefObject, useEffect, useRef } from 'react';
import { drawInTime } from './draw-in-time.ts';
import { columnsIn, drawScrollingPair, drawStillPair, type PairTracePalette } from './pair-trace-drawing.ts';
import { createPairTraceHistory } from './pair-trace-history.ts';
import styles from './PairTrace.module.css';

/** Both sides' level, 0 to 1; null while there is no sound to measure. */
export type ReadLevels = () => { readonly remote: number; readonly local: number } | null;

/** Enough for what scrolls by 40 pixels a second; what stands still and lights up is calm at less. */
const perSecond = { scrolling: 30, still: 5 } as const;

/**
 * The pair of a call, live: the remote party above the line, you below it. It asks for the levels as often as it draws,
 * which it does by itself: nothing is rendered again. `kept` says that what is drawn is also recorded.
 */
export function PairTrace({ readLevels, kept }: { readonly readLevels: ReadLevels; readonly kept: boolean }) {
  const canvasRef = useRef<HTMLCanvasElement>(null);
  const keptRef = useRef(kept);
  useEffect(() => {
    keptRef.current = kept;
  }, [kept]);
  useEffect(() => {
    const canvas = canvasRef.current;
    const context = canvas?.getContext('2d') ?? null;
    return canvas === null || context === null ? undefined : runTrace(canvas, context, readLevels, keptRef);
  }, [readLevels]);
  return <canvas ref={canvasRef} className={styles.trace} aria-hidden />;
}

function readPalette(canvas: HTMLCanvasElement): PairTracePalette {
  const style = getComputedStyle(canvas);
  const colour = (token: string) => style.getPropertyValue(token);
  return { remote: colour('--live'), local: colour('--self'), rest: colour('--trace-rest') };
}

function runTrace(
  canvas: HTMLCanvasElement,
  context: CanvasRenderingContext2D,
  readLevels: ReadLevels,
  kept: RefObject<boolean>,
): () => void {
  let size = { width: 0, height: 0 };
  let history = createPairTraceHistory(0);
  let palette: PairTracePalette | null = null;
  let paletteAtMs = 0;
  const isStill = () => document.documentElement.dataset['motion'] === 'less';

  const fit = new ResizeObserver(() => {
    const { clientWidth: width, clientHeight: height } = canvas;
    if (width !== size.width) history = createPairTraceHistory(columnsIn(width));
    size = { width, height };
    canvas.width = Math.round(width * devicePixelRatio);
    canvas.height = Math.round(height * devicePixelRatio);
    context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    draw(performance.now());
  });
  fit.observe(canvas);

  const draw = (nowMs: number) => {
    // The theme may change during a call.
    if (palette === null || nowMs - paletteAtMs > 1000) {
      palette = readPalette(canvas);
      paletteAtMs = nowMs;
    }
    const levels = readLevels();
    if (isStill()) {
      drawStillPair(context, size, palette, levels ?? { remote: 0, local: 0 });
      return;
    }
    if (levels !== null) history.push(nowMs, levels.remote, levels.local);
    drawScrollingPair(context, size, palette, history, nowMs, kept.current);
  };
  const stop = drawInTime(draw, () => (isStill() ? perSecond.still : perSecond.scrolling));

  return () => {
    stop();
    fit.disconnect();
  };
}
