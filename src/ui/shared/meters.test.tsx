import { render } from '@testing-library/react';
import { Profiler } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { LevelMeter } from '../settings/sound/LevelMeter.tsx';
import { PairTrace } from './PairTrace.tsx';

afterEach(() => void vi.restoreAllMocks());

it('a microphone meter follows 30 levels in a second and is rendered once', async () => {
  const [onRender, onHeard] = [vi.fn<() => void>(), vi.fn<() => void>()];
  let rms = 0;
  const readRms = vi.fn<() => number>(() => rms);
  const { container } = render(
    <Profiler id="meter" onRender={onRender}>
      <LevelMeter readRms={readRms} onHeard={onHeard} />
    </Profiler>,
  );
  const level = () => Number(container.querySelector<HTMLElement>('div')?.style.getPropertyValue('--level'));
  await expect.poll(() => readRms.mock.calls.length).toBeGreaterThan(2);
  expect(level()).toBe(0);
  rms = 0.2;
  await expect.poll(level).toBeGreaterThan(0.5);
  const asked = readRms.mock.calls.length;
  await expect.poll(() => readRms.mock.calls.length).toBeGreaterThan(asked + 3);
  expect(onHeard).toHaveBeenCalledTimes(1);
  expect(onRender).toHaveBeenCalledTimes(1);
});

it("a call's trace asks for its levels again and again and is rendered once", async () => {
  // happy-dom draws nothing: what is drawn is the browser's to show.
  const context = new Proxy({}, { get: () => () => undefined, set: () => true });
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockImplementation(
    () => context as unknown as CanvasRenderingContext2D,
  );
  const onRender = vi.fn<() => void>();
  const readLevels = vi.fn<() => { readonly remote: number; readonly local: number }>(() => ({
    remote: 0.1,
    local: 0.2,
  }));
  render(
    <Profiler id="trace" onRender={onRender}>
      <PairTrace readLevels={readLevels} kept />
    </Profiler>,
  );
  await expect.poll(() => readLevels.mock.calls.length).toBeGreaterThan(5);
  expect(onRender).toHaveBeenCalledTimes(1);
});
