import { columnMs, type PairTraceHistory } from './pair-trace-history.ts';

/** Colours as a canvas takes them. */
export interface PairTracePalette {
  readonly remote: string;
  readonly local: string;
  readonly rest: string;
}

/** The size of the drawing in CSS pixels. */
export interface PairTraceSize {
  readonly width: number;
  readonly height: number;
}

const pitchPx = 4;
const barPx = 3;
/** Between the line in the middle and either half. */
const gapPx = 2;
/** How long an unrecorded voice stays in sight. */
const fadeMs = 2500;

/** Columns that fit into a width. */
export const columnsIn = (widthPx: number): number => Math.ceil(widthPx / pitchPx) + 1;

/** Level 0 to 1 → share of the half's height, 0 to 1: −54 dBFS and below is nothing, −6 dBFS is all. */
export function levelToShare(level: number): number {
  if (level <= 0) return 0;
  return Math.min(1, Math.max(0, (20 * Math.log10(level) + 54) / 48));
}

interface Bar {
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

/** The bars of a drawing, by what they show. */
interface Bars {
  readonly remote: Bar[];
  readonly local: Bar[];
  readonly rest: Bar[];
}

const noBars = (): Bars => ({ remote: [], local: [], rest: [] });

function addColumn(bars: Bars, size: PairTraceSize, x: number, remote: number, local: number): void {
  const middle = size.height / 2;
  const room = middle - gapPx - 1;
  const above = levelToShare(remote) * room;
  const below = levelToShare(local) * room;
  const heightAbove = Math.max(2, above);
  bars[above >= 2 ? 'remote' : 'rest'].push({ x, y: middle - gapPx - heightAbove, height: heightAbove });
  bars[below >= 2 ? 'local' : 'rest'].push({ x, y: middle + gapPx, height: Math.max(2, below) });
}

/** One path for all bars of a colour: two hundred fills, 30 times a second, would be the cost of the whole trace. */
function fill(context: CanvasRenderingContext2D, bars: readonly Bar[], colour: string): void {
  context.fillStyle = colour;
  context.beginPath();
  for (const { x, y, height } of bars) {
    context.roundRect(x, y, barPx, height, Math.min(barPx, height) / 2);
  }
  context.fill();
}

function fillAll(context: CanvasRenderingContext2D, bars: Bars, palette: PairTracePalette): void {
  fill(context, bars.rest, palette.rest);
  fill(context, bars.remote, palette.remote);
  fill(context, bars.local, palette.local);
}

/**
 * The pair as it scrolls: the newest column at the right, the remote party above the line, you below it. A kept
 * (recorded) trace stays to the left edge; an unrecorded one fades.
 */
export function drawScrollingPair(
  context: CanvasRenderingContext2D,
  size: PairTraceSize,
  palette: PairTracePalette,
  history: PairTraceHistory,
  nowMs: number,
  kept: boolean,
): void {
  context.clearRect(0, 0, size.width, size.height);
  const position = history.positionAt(nowMs) ?? 0;
  const newest = Math.floor(position);
  const newestX = size.width - barPx + pitchPx * (1 - (position - newest));
  const bars = noBars();
  for (let back = 0; back < columnsIn(size.width); back += 1) {
    const { remote, local } = history.read(newest - back);
    const fade = kept ? 1 : Math.max(0, 1 - (back * columnMs) / fadeMs);
    addColumn(bars, size, newestX - back * pitchPx, remote * fade, local * fade);
  }
  fillAll(context, bars, palette);
}

/** The pair for whoever asked for less motion: nothing moves, each half lights up with its level. */
export function drawStillPair(
  context: CanvasRenderingContext2D,
  size: PairTraceSize,
  palette: PairTracePalette,
  levels: { readonly remote: number; readonly local: number },
): void {
  context.clearRect(0, 0, size.width, size.height);
  const half = size.height / 2 - gapPx;
  const bars = noBars();
  const xs: number[] = [];
  for (let x = 0; x < size.width; x += pitchPx) {
    addColumn(bars, size, x, 0, 0);
    xs.push(x);
  }
  fillAll(context, bars, palette);
  const light = (level: number, colour: string, y: number) => {
    context.globalAlpha = levelToShare(level);
    fill(
      context,
      xs.map((x) => ({ x, y, height: half / 2 })),
      colour,
    );
    context.globalAlpha = 1;
  };
  light(levels.remote, palette.remote, half / 2);
  light(levels.local, palette.local, half + 2 * gapPx);
}
