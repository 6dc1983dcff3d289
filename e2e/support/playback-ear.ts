import type { Page } from '@playwright/test';

interface PageWithEar {
  loudestHz: () => readonly number[];
}

/** Listens, from now on, to what a media element of the page plays. Returns the loudest frequency in the left and the right ear. */
export async function hearPlayback(page: Page): Promise<() => Promise<readonly number[]>> {
  await page.evaluate(() => {
    const context = new AudioContext();
    const ears = ['left', 'right'].map(
      () => new AnalyserNode(context, { fftSize: 8192, smoothingTimeConstant: 0 }),
    );
    const loudestHz = (ear: AnalyserNode) => {
      const levelsDb = new Float32Array(ear.frequencyBinCount);
      ear.getFloatFrequencyData(levelsDb);
      const loudest = levelsDb.indexOf(Math.max(...levelsDb));
      return (Math.max(0, loudest) * context.sampleRate) / ear.fftSize;
    };
    Object.assign(globalThis, { loudestHz: () => ears.map(loudestHz) } satisfies PageWithEar);

    const { prototype } = HTMLMediaElement;
    const play = Reflect.get<HTMLMediaElement, 'play'>(prototype, 'play');
    Reflect.set(prototype, 'play', function playAndListen(this: HTMLMediaElement) {
      const splitter = new ChannelSplitterNode(context, { numberOfOutputs: 2 });
      context.createMediaElementSource(this).connect(splitter);
      ears.forEach((ear, channel) => splitter.connect(ear, channel));
      return play.call(this);
    });
  });
  return () => page.evaluate(() => (globalThis as unknown as PageWithEar).loudestHz());
}
