import { useEffect, useRef } from 'react';
import WaveSurfer from 'wavesurfer.js';
import type { Peaks } from '#core/recording/peaks.ts';
import { drawPairBars } from './pair-bars.ts';
import type { Player } from './player.ts';
import styles from './Waveform.module.css';

/**
 * The pair of a recording, drawn from its stored peaks: the file itself is never decoded here. What was played is in full
 * colour, and a voice that is not heard has none. A press or a drag on it plays from there.
 */
export function Waveform({
  peaks,
  durationS,
  player,
  onSeek,
}: {
  readonly peaks: Peaks;
  readonly durationS: number;
  readonly player: Player;
  readonly onSeek: (positionS: number) => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  const seekRef = useRef(onSeek);
  useEffect(() => {
    seekRef.current = onSeek;
  }, [onSeek]);
  useEffect(() => {
    const container = box.current;
    return container === null
      ? undefined
      : draw(container, peaks, durationS, player, (at) => seekRef.current(at));
  }, [peaks, durationS, player]);
  return <div ref={box} className={styles.wave} aria-hidden />;
}

function draw(
  container: HTMLElement,
  peaks: Peaks,
  durationS: number,
  { audio, store }: Player,
  onSeek: (positionS: number) => void,
): () => void {
  const isDark = matchMedia('(prefers-color-scheme: dark)');
  const colours = () => {
    const style = getComputedStyle(container);
    const halves = (share: number) => {
      const { solo } = store.getState().mix;
      const mix = (token: string) =>
        `color-mix(in oklab, ${style.getPropertyValue(token)} ${String(share)}%, ${style.getPropertyValue('--wave-paper')})`;
      const above = mix(solo === 'local' ? '--trace-rest' : '--live');
      return split(
        container.clientHeight * devicePixelRatio,
        above,
        mix(solo === 'remote' ? '--trace-rest' : '--self'),
      );
    };
    return { waveColor: halves(45), progressColor: halves(100), cursorColor: style.color };
  };
  // It has the length and the peaks, and moves by a clock of its own: what plays is not its, so that nothing is fetched twice.
  const wave = WaveSurfer.create({
    container,
    height: container.clientHeight,
    peaks: [Array.from(peaks.remote, toUnit), Array.from(peaks.local, toUnit)],
    duration: durationS,
    cursorWidth: 2,
    dragToSeek: true,
    normalize: false,
    renderFunction: (_channels, context) => drawPairBars(peaks, context, devicePixelRatio),
    ...colours(),
  });
  const follow = () => wave.setTime(Math.min(audio.currentTime, durationS));
  let frame = 0;
  const followSmoothly = () => {
    follow();
    frame = audio.paused ? 0 : requestAnimationFrame(followSmoothly);
  };
  const start = () => {
    cancelAnimationFrame(frame);
    followSmoothly();
  };
  const recolour = () => wave.setOptions(colours());
  wave.on('interaction', (at) => onSeek(at));
  wave.on('ready', follow);
  const events = ['play', 'pause', 'seeking', 'timeupdate', 'emptied'] as const;
  for (const event of events) audio.addEventListener(event, event === 'play' ? start : follow);
  isDark.addEventListener('change', recolour);
  const look = new MutationObserver(recolour);
  look.observe(document.documentElement, { attributeFilter: ['data-theme', 'data-contrast'] });
  const stopFollowingMix = store.subscribe((state, before) => {
    if (state.mix.solo !== before.mix.solo) recolour();
  });
  if (!audio.paused) start();
  return () => {
    cancelAnimationFrame(frame);
    for (const event of events) audio.removeEventListener(event, event === 'play' ? start : follow);
    isDark.removeEventListener('change', recolour);
    look.disconnect();
    stopFollowingMix();
    wave.destroy();
  };
}

const toUnit = (byte: number): number => byte / 255;

/** One colour above the line, another below it. */
function split(heightPx: number, above: string, below: string): CanvasGradient | string {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) return above;
  const gradient = context.createLinearGradient(0, 0, 0, heightPx);
  for (const [at, colour] of [
    [0, above],
    [0.5, above],
    [0.5, below],
    [1, below],
  ] as const) {
    gradient.addColorStop(at, colour);
  }
  return gradient;
}
