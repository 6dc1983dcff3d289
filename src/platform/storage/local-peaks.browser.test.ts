import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createPeakMeter } from '#core/recording/peaks.ts';
import { wavHeaderBytes } from '#core/recording/wav.ts';
import {
  cleanRecordings,
  closeRecorders,
  mustNotFail,
  newMeta,
  openRecorder,
  openTone,
  recordFor,
  sampleRateHz,
} from '#testing/recorder-stage.ts';

beforeAll(() => cleanRecordings());
afterEach(closeRecorders);

const folder = async () =>
  (await navigator.storage.getDirectory()).getDirectoryHandle('recordings', { create: true });

/** The names of the files that are there of a recording. */
async function filesOf(recordingId: string): Promise<readonly string[]> {
  const names: string[] = [];
  for await (const name of (await folder()).keys()) if (name.startsWith(recordingId)) names.push(name);
  return names.toSorted();
}

async function recordTones() {
  const { recorder } = openRecorder();
  const meta = newMeta();
  const recording = await recorder.begin(meta, mustNotFail, [[openTone(440)], [openTone(1000)]]);
  await recordFor(500);
  const file = await recording.finish();
  return { recorder, recordingId: meta.recordingId, file };
}

describe('the peaks of a recording', () => {
  it('are those of its file, kept while it is written, and measured where they were not kept', async () => {
    const { recorder, recordingId, file } = await recordTones();
    const meter = createPeakMeter(sampleRateHz);
    meter.push(await file.read(wavHeaderBytes, file.byteLength));
    expect(await filesOf(recordingId)).toContain(`${recordingId}.peaks`);
    expect(await recorder.readPeaks(recordingId)).toEqual(meter.read());

    await (await folder()).removeEntry(`${recordingId}.peaks`);
    expect(await recorder.readPeaks(recordingId)).toEqual(meter.read());
    expect(await filesOf(recordingId)).toContain(`${recordingId}.peaks`);
    await recorder.deleteLocal(recordingId);
    expect(await filesOf(recordingId)).toEqual([]);
  });
});

describe('a recording that was deleted', () => {
  it('has its room until the page is closed, and is removed by the next one', async () => {
    const { recorder, recordingId } = await recordTones();
    await recorder.trashLocal(recordingId);
    expect(await filesOf(recordingId)).toContain(`${recordingId}.wav`);
    const other = openRecorder();
    expect(await other.recorder.listLocal()).toEqual([]);
    expect(await filesOf(recordingId)).toContain(`${recordingId}.wav`);
    other.kill();

    closeRecorders();
    const next = openRecorder().recorder;
    await expect
      .poll(
        async () => {
          expect(await next.listLocal()).toEqual([]);
          return filesOf(recordingId);
        },
        { timeout: 10_000 },
      )
      .toEqual([]);
  });

  it('is whole when it is brought back, with its notes', async () => {
    const { recorder, recordingId, file } = await recordTones();
    await recorder.keepNotes(recordingId, 'call back');
    const bytes = await file.read(0, file.byteLength);
    await recorder.trashLocal(recordingId);
    const back = await recorder.restoreLocal(recordingId);
    expect(back).toMatchObject({ meta: file.meta, notes: 'call back', durationMs: file.durationMs });
    expect(await back.read(0, back.byteLength)).toEqual(bytes);
    await recorder.deleteLocal(recordingId);
  });
});
