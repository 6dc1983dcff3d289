import { describe, expect, it } from 'vitest';
import { drawScrollingPair, drawStillPair, levelToShare } from './pair-trace-drawing.ts';
import { createPairTraceHistory } from './pair-trace-history.ts';

const size = { width: 400, height: 100 };
const palette = { remote: 'green', local: 'indigo', rest: 'grey' };

interface Bar {
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly colour: string;
  readonly alpha: number;
}

/** A drawing surface that notes the bars that were put on it. */
function createSurface() {
  const bars: Bar[] = [];
  const surface = {
    fillStyle: '',
    globalAlpha: 1,
    clearRect: () => bars.splice(0),
    beginPath() {},
    fill() {},
    roundRect(x: number, y: number, _width: number, height: number) {
      bars.push({ x, y, height, colour: surface.fillStyle, alpha: surface.globalAlpha });
    },
  };
  return { context: surface as unknown as CanvasRenderingContext2D, bars };
}

describe('the pair trace', () => {
  it('draws the remote party above the line and you below it, the newest at the right', () => {
    const { context, bars } = createSurface();
    const history = createPairTraceHistory(200);
    history.push(0, 0.5, 0);
    history.push(100, 0, 0.5);
    drawScrollingPair(context, size, palette, history, 150, true);
    const [remote] = bars.filter(({ colour }) => colour === 'green');
    const [local] = bars.filter(({ colour }) => colour === 'indigo');
    expect((remote?.y ?? 0) + (remote?.height ?? 0)).toBeLessThan(50);
    expect(local?.y).toBeGreaterThan(50);
    expect(local?.x).toBeGreaterThan(remote?.x ?? Infinity);
    expect(local?.x).toBeGreaterThan(390);
  });

  it.each([
    [true, 1],
    [false, 0],
  ])('keeps a voice of five seconds ago only when it is recorded (%s)', (kept, heard) => {
    const { context, bars } = createSurface();
    const history = createPairTraceHistory(200);
    history.push(0, 0.5, 0);
    history.push(5000, 0, 0);
    drawScrollingPair(context, size, palette, history, 5000, kept);
    expect(bars.filter(({ colour }) => colour === 'green')).toHaveLength(heard);
  });

  it('is a flat line from edge to edge while nobody speaks', () => {
    const { context, bars } = createSurface();
    drawScrollingPair(context, size, palette, createPairTraceHistory(200), 9999, false);
    expect(new Set(bars.map(({ colour, height }) => `${colour} ${height}`))).toEqual(new Set(['grey 2']));
    expect(Math.min(...bars.map(({ x }) => x))).toBeLessThanOrEqual(4);
  });

  it('moves nothing for whoever asked for that: only the light follows the voice', () => {
    const { context, bars } = createSurface();
    drawStillPair(context, size, palette, { remote: 0.5, local: 0 });
    const loud = bars.map(({ x, y }) => `${x} ${y}`);
    expect(bars.find(({ colour }) => colour === 'green')?.alpha).toBeCloseTo(1, 2);
    expect(bars.find(({ colour }) => colour === 'indigo')?.alpha).toBe(0);
    drawStillPair(context, size, palette, { remote: 0, local: 0 });
    expect(bars.map(({ x, y }) => `${x} ${y}`)).toEqual(loud);
  });

  it.each([
    [0, 0],
    [0.001, 0],
    [0.5, 1],
    [1, 1],
  ])('level %d fills %d of the half', (level, share) => {
    expect(levelToShare(level)).toBeCloseTo(share, 2);
  });
});
