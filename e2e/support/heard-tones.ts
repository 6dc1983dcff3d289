import { expect, type Page } from '@playwright/test';

interface PageWithEars {
  readonly watchedMedia: { readonly connections: readonly RTCPeerConnection[] };
  heardHz?: () => readonly (readonly number[])[];
}

/**
 * What a page hears of each party of its calls, in several looks: each frequency that is louder than a whisper and not drowned
 * by another of the same party.
 */
const lookAtHeardHz = (page: Page): Promise<readonly (readonly (readonly number[])[])[]> =>
  page.evaluate(async () => {
    const world = globalThis as unknown as PageWithEars;
    const whisperDb = -60;
    const drownedDb = 15;
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
          .map((ear) => {
            const levelsDb = new Float32Array(ear.frequencyBinCount);
            ear.getFloatFrequencyData(levelsDb);
            const leastDb = Math.max(whisperDb, Math.max(...levelsDb) - drownedDb);
            const isPeak = (levelDb: number, bin: number) =>
              levelDb > leastDb &&
              levelDb > (levelsDb[bin - 1] ?? -Infinity) &&
              levelDb >= (levelsDb[bin + 1] ?? -Infinity);
            return [...levelsDb.keys()]
              .filter((bin) => isPeak(levelsDb[bin] ?? -Infinity, bin))
              .map((bin) => (bin * context.sampleRate) / ear.fftSize);
          });
    }
    const looks: (readonly (readonly number[])[])[] = [];
    for (let look = 0; look < 6; look += 1) {
      await new Promise((resolve) => {
        setTimeout(resolve, 50);
      });
      looks.push(world.heardHz());
    }
    return looks;
  });

/**
 * Waits until a page hears exactly these tones, from whichever party, and nothing else. On a busy machine sound has gaps, and
 * each end of one is a click: what is heard in two of six looks is there, and a click is not.
 */
export async function expectToHear(page: Page, ...tonesHz: readonly number[]): Promise<void> {
  const roundTo = (hz: number) => tonesHz.find((toneHz) => Math.abs(toneHz - hz) < 12) ?? Math.round(hz);
  const heard = async () => {
    const counts = new Map<string, number>();
    for (const parties of await lookAtHeardHz(page)) {
      const tones = new Set(parties.flatMap((party, index) => party.map((hz) => `${index} ${roundTo(hz)}`)));
      for (const tone of tones) counts.set(tone, (counts.get(tone) ?? 0) + 1);
    }
    return [...counts]
      .flatMap(([tone, looks]) => (looks > 1 ? [Number(tone.split(' ')[1])] : []))
      .toSorted((a, b) => a - b);
  };
  await expect.poll(heard, { timeout: 20_000 }).toEqual([...tonesHz].toSorted((a, b) => a - b));
}
