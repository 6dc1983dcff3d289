import { type RefObject, useEffect, useRef } from 'react';
import { columnsIn, drawScrollingPair, drawStillPair, type PairTracePalette } from './pair-trace-drawing.ts';
import { createPairTraceHistory } from './pair-trace-history.ts';
import styles from './PairTrace.module.css';

/** Both sides' level, 0 to 1; null while there is no sound to measure. */
export type ReadLevels = () => { readonly remote: number; readonly local: number } | null;

const frameMs = 1000 / 30;

/**
 * The pair of a call, live: the remote party above the line, you below it. It asks for the levels 30 times a second
 * and draws by itself: nothing is rendered again. `kept` says that what is drawn is also recorded.
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
  let drawnAtMs = 0;
  let request = 0;

  const fit = new ResizeObserver(() => {
    const { clientWidth: width, clientHeight: height } = canvas;
    if (width !== size.width) history = createPairTraceHistory(columnsIn(width));
    size = { width, height };
    canvas.width = Math.round(width * devicePixelRatio);
    canvas.height = Math.round(height * devicePixelRatio);
    context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    drawnAtMs = 0;
  });
  fit.observe(canvas);

  const draw = (nowMs: number) => {
    request = requestAnimationFrame(draw);
    if (nowMs - drawnAtMs < frameMs - 4) return;
    drawnAtMs = nowMs;
    // The theme may change during a call.
    if (palette === null || nowMs - paletteAtMs > 1000) {
      palette = readPalette(canvas);
      paletteAtMs = nowMs;
    }
    const levels = readLevels();
    if (document.documentElement.dataset['motion'] === 'less') {
      drawStillPair(context, size, palette, levels ?? { remote: 0, local: 0 });
      return;
    }
    if (levels !== null) history.push(nowMs, levels.remote, levels.local);
    drawScrollingPair(context, size, palette, history, nowMs, kept.current);
  };
  request = requestAnimationFrame(draw);

  return () => {
    cancelAnimationFrame(request);
    fit.disconnect();
  };
}
