import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { encodeJournalEntry } from '#core/recording/journal.ts';
import { encodeWavHeader, parseWavHeader } from '#core/recording/wav.ts';
import { asRecordingId } from '#core/shared/ids.ts';
import { buildRecordingMeta } from '#testing/recording-builders.ts';
import { cleanRecordings, closeRecorders, openRecorder } from '#testing/recorder-stage.ts';

beforeAll(() => cleanRecordings());
afterEach(closeRecorders);

const frames = 10;
const frameBytes = 4;
const samples = Uint8Array.from({ length: (frames + 1) * frameBytes }, (_, index) => index + 1);

async function writeFile(
  name: string,
  ...parts: readonly (string | Uint8Array<ArrayBuffer>)[]
): Promise<void> {
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle('recordings', { create: true });
  const file = await (await folder.getFileHandle(name, { create: true })).createWritable();
  await file.write(new Blob([...parts]));
  await file.close();
}

const metaOf = (cut: number) =>
  buildRecordingMeta({ recordingId: asRecordingId(`cut-${cut}`), startedAtMs: 1_700_000_000_000 + cut });
const begunOf = (cut: number) => encodeJournalEntry({ kind: 'begun', meta: metaOf(cut) });
const journalOf = (cut: number) => begunOf(cut) + encodeJournalEntry({ kind: 'finished' });

const journalLength = journalOf(0).length;
/** As many as a start may find at once. */
const sectionLength = 100;
const sections = Array.from({ length: Math.ceil(journalLength / sectionLength) }, (_, index) => {
  const from = index * sectionLength;
  return [from, Math.min(from + sectionLength, journalLength)] as const;
});

describe('what a dead page has left', () => {
  it.each(sections)('is made a valid file of, with its journal cut at byte %i to %i', async (from, until) => {
    const cuts = Array.from({ length: until - from }, (_, index) => from + index);
    await Promise.all(
      cuts.map(async (cut) => {
        const unknownLength = encodeWavHeader({ ...metaOf(cut), dataBytes: null });
        const sound = samples.slice(0, frames * frameBytes + (cut % frameBytes));
        await writeFile(`cut-${cut}.wav`, unknownLength, sound);
        await writeFile(`cut-${cut}.journal`, journalOf(cut).slice(0, cut));
      }),
    );

    const { recorder } = openRecorder();
    const found = await recorder.listLocal();
    const byId = new Map(found.map((file) => [file.meta.recordingId, file]));
    expect([...byId.keys()].toSorted()).toEqual(cuts.map((cut) => metaOf(cut).recordingId).toSorted());
    for (const cut of cuts) {
      const meta = metaOf(cut);
      const { recordingId, sampleRateHz } = meta;
      const file = byId.get(recordingId);
      const bytes = await file?.read(0, file.byteLength);
      const dataBytes = frames * frameBytes;
      expect(parseWavHeader(bytes ?? samples)).toEqual({ sampleRateHz, channels: 2, dataBytes });
      expect(bytes?.slice(44)).toEqual(samples.slice(0, dataBytes));
      // A line is whole without its line end too.
      const isBegun = cut >= begunOf(cut).length - 1;
      const isFinished = cut >= journalOf(cut).length - 1;
      expect(file?.meta).toMatchObject(isBegun ? meta : { recordingId, sampleRateHz });
      expect(file?.meta.ending).toBe(isFinished ? undefined : 'recovered');
    }
    closeRecorders();

    // The next start finds the same.
    const next = openRecorder().recorder;
    await expect
      .poll(async () => (await next.listLocal()).map(({ meta }) => meta), { timeout: 10_000 })
      .toEqual(found.map(({ meta }) => meta));
    await Promise.all(cuts.map((cut) => next.deleteLocal(metaOf(cut).recordingId)));
  });

  it('is not brought back by whoever lists it while it is deleted', async () => {
    const cuts = Array.from({ length: 40 }, (_, index) => 1000 + index);
    const whole = encodeWavHeader({ ...metaOf(0), dataBytes: samples.byteLength });
    for (const cut of cuts) {
      await writeFile(`cut-${cut}.wav`, whole, samples);
      await writeFile(`cut-${cut}.journal`, journalOf(cut));
    }
    const { recorder } = openRecorder();
    expect(await recorder.listLocal()).toHaveLength(cuts.length);
    const pause = () => new Promise((resolve) => setTimeout(resolve, 1));
    const deleted = [recorder.listLocal()] as Promise<unknown>[];
    for (const cut of cuts) {
      await pause();
      deleted.push(recorder.deleteLocal(metaOf(cut).recordingId), recorder.listLocal());
    }
    await Promise.all(deleted);
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('recordings');
    const names: string[] = [];
    for await (const name of folder.keys()) if (name.startsWith('cut-')) names.push(name);
    expect(names).toEqual([]);
  });
});
