import type { Page } from '@playwright/test';

interface PageWithMixedEar {
  loudestMixedHz: () => readonly number[];
}

/** Listens, from now on, to what the page's own mixer plays. Returns the loudest frequency in the left and the right ear. */
export async function hearMixed(page: Page): Promise<() => Promise<readonly number[]>> {
  await page.evaluate(() => {
    const ears: AnalyserNode[] = [];
    const loudestHz = (ear: AnalyserNode) => {
      const levelsDb = new Float32Array(ear.frequencyBinCount);
      ear.getFloatFrequencyData(levelsDb);
      const loudest = levelsDb.indexOf(Math.max(...levelsDb));
      return (Math.max(0, loudest) * ear.context.sampleRate) / ear.fftSize;
    };
    Object.assign(globalThis, { loudestMixedHz: () => ears.map(loudestHz) } satisfies PageWithMixedEar);

    const { prototype } = AudioNode;
    const connect = Reflect.get<AudioNode, 'connect'>(prototype, 'connect') as (
      ...to: readonly unknown[]
    ) => unknown;
    Reflect.set(prototype, 'connect', function connectAndListen(this: AudioNode, ...to: readonly unknown[]) {
      if (to[0] instanceof AudioDestinationNode) {
        const splitter = new ChannelSplitterNode(this.context, { numberOfOutputs: 2 });
        connect.call(this, splitter);
        for (const channel of [0, 1]) {
          const ear = new AnalyserNode(this.context, { fftSize: 8192, smoothingTimeConstant: 0 });
          connect.call(splitter, ear, channel);
          ears.push(ear);
        }
      }
      return connect.apply(this, [...to]);
    });
  });
  return () => page.evaluate(() => (globalThis as unknown as PageWithMixedEar).loudestMixedHz());
}

/** Waits, looking from within the page, until what its mixer plays is this tone, however short. After `hearMixed`. */
export const expectMixedTone = async (page: Page, toneHz: number): Promise<void> => {
  await page.waitForFunction(
    (wantedHz) =>
      (globalThis as unknown as PageWithMixedEar)
        .loudestMixedHz()
        .some((heardHz) => Math.abs(heardHz - wantedHz) < 12),
    toneHz,
    { polling: 20 },
  );
};
