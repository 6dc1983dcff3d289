import { expect, type Page } from '@playwright/test';

interface PageWithEars {
  readonly watchedMedia: { readonly connections: readonly RTCPeerConnection[] };
  heardHz?: () => readonly number[];
}

/** What a page hears of the parties of its calls: the loudest frequency of each that is louder than a whisper. */
const readHeardHz = (page: Page): Promise<readonly number[]> =>
  page.evaluate(() => {
    const world = globalThis as unknown as PageWithEars;
    const whisperDb = -60;
    if (world.heardHz === undefined) {
      const context = new AudioContext();
      const ears = new Map<MediaStreamTrack, AnalyserNode>();
      const earOf = (track: MediaStreamTrack) => {
        const known = ears.get(track);
        if (known !== undefined) return known;
        const ear = new AnalyserNode(context, { fftSize: 8192, smoothingTimeConstant: 0 });
        context.createMediaStreamSource(new MediaStream([track])).connect(ear);
        ears.set(track, ear);
        return ear;
      };
      world.heardHz = () =>
        world.watchedMedia.connections
          .filter(({ signalingState }) => signalingState !== 'closed')
          .flatMap((connection) => connection.getReceivers().map(({ track }) => earOf(track)))
          .flatMap((ear) => {
            const levelsDb = new Float32Array(ear.frequencyBinCount);
            ear.getFloatFrequencyData(levelsDb);
            const loudestDb = Math.max(...levelsDb);
            return loudestDb < whisperDb
              ? []
              : [(levelsDb.indexOf(loudestDb) * context.sampleRate) / ear.fftSize];
          });
    }
    return world.heardHz();
  });

/** Waits until a page hears exactly these tones, one for each party, and nothing else. */
export async function expectToHear(page: Page, ...tonesHz: readonly number[]): Promise<void> {
  const roundTo = (hz: number) => tonesHz.find((toneHz) => Math.abs(toneHz - hz) < 12) ?? Math.round(hz);
  const heard = async () => (await readHeardHz(page)).map(roundTo).toSorted((a, b) => a - b);
  await expect.poll(heard, { timeout: 15_000 }).toEqual([...tonesHz].toSorted((a, b) => a - b));
}
