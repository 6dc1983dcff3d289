import { describe, expect, it } from 'vitest';
import type { RecorderPort, RecordingListener } from '#core/recording/recorder-port.ts';
import type { RecordingMeta } from '#core/recording/recording-meta.ts';
import { parseWavHeader } from '#core/recording/wav.ts';
import { asRecordingId } from '#core/shared/ids.ts';
import { buildRecordingMeta } from './recording-builders.ts';

/** A description without the gaps that a busy machine makes of its own accord. */
export const withoutGaps = (meta: RecordingMeta): RecordingMeta => ({
  ...meta,
  marks: meta.marks.filter(({ kind }) => kind !== 'gap'),
});

/** What every `RecorderPort` does. `recordFor` lets so much time of the recording pass. */
export function describeRecorderContract(
  createRecorder: () => RecorderPort,
  recordFor: (ms: number) => Promise<void>,
): void {
  const unused: RecordingListener = {
    onFailure() {
      throw new Error('The recording failed.');
    },
    onSilence() {},
  };
  const metaAt = (startedAtMs: number) =>
    buildRecordingMeta({ recordingId: asRecordingId(crypto.randomUUID()), startedAtMs });

  describe('a recorder', () => {
    it('gives a whole WAV file, and the same one when it is finished again', async () => {
      const recorder = createRecorder();
      await recorder.prepare();
      const meta = metaAt(1);
      const recording = await recorder.begin(meta, unused);
      await recordFor(300);
      const [file, again] = await Promise.all([recording.finish(), recording.finish()]);

      expect(again).toBe(file);
      expect(withoutGaps(file.meta)).toEqual(meta);
      const bytes = await file.read(0, file.byteLength);
      expect(bytes.byteLength).toBe(file.byteLength);
      expect(parseWavHeader(bytes)?.dataBytes).toBe(file.byteLength - 44);
      expect(await file.read(44, 48)).toEqual(bytes.slice(44, 48));
      recording.setSources(0, []);
      recording.setPaused(true);
      await recorder.deleteLocal(meta.recordingId);
    });

    it('can be told what to capture before its file is open', async () => {
      const recorder = createRecorder();
      const meta = metaAt(1);
      const order: string[] = [];
      const recording = await recorder.begin(meta, {
        ...unused,
        onCapture({ setSources, setPaused }) {
          order.push('capture');
          setSources(0, []);
          setPaused(true);
          setPaused(false);
        },
      });
      order.push('begun');
      await recordFor(300);
      await recording.finish();
      expect(order).toEqual(['capture', 'begun']);
      await recorder.deleteLocal(meta.recordingId);
    });

    it('gives whoever listens all samples of the file before it is finished', async () => {
      const recorder = createRecorder();
      const meta = metaAt(1);
      let frames = 0;
      const recording = await recorder.begin(meta, {
        ...unused,
        onSamples(remote, local) {
          expect(local).toHaveLength(remote.length);
          frames += remote.length;
        },
      });
      await recordFor(300);
      const file = await recording.finish();
      expect(frames * 4).toBe(file.byteLength - 44);
      await recorder.deleteLocal(meta.recordingId);
    });

    it('gives its marks with the file, and keeps them on this device', async () => {
      const recorder = createRecorder();
      const meta = metaAt(1);
      const recording = await recorder.begin(meta, unused);
      await recordFor(300);
      recording.mark({ kind: 'hold', atMs: 100, durationMs: null });
      recording.mark({ kind: 'transfer', atMs: 150, durationMs: null });
      recording.mark({ kind: 'hold', atMs: 100, durationMs: 100 });
      const marked = {
        ...meta,
        marks: [
          { kind: 'hold', atMs: 100, durationMs: 100 },
          { kind: 'transfer', atMs: 150, durationMs: null },
        ],
      };
      expect(withoutGaps((await recording.finish()).meta)).toEqual(marked);
      expect((await recorder.listLocal()).map((file) => withoutGaps(file.meta))).toEqual([marked]);
      await recorder.deleteLocal(meta.recordingId);
    });

    it('lists what is on this device, oldest first, until it is deleted', async () => {
      const recorder = createRecorder();
      const metas = [metaAt(2000), metaAt(1000)];
      const recordings = await Promise.all(metas.map((meta) => recorder.begin(meta, unused)));
      await recordFor(300);
      expect(await recorder.listLocal()).toEqual([]);
      for (const recording of recordings) await recording.finish();
      expect((await recorder.listLocal()).map((file) => file.meta.startedAtMs)).toEqual([1000, 2000]);

      const [deleted] = await recorder.listLocal();
      for (const { recordingId } of metas) {
        await recorder.deleteLocal(recordingId);
        await recorder.deleteLocal(recordingId);
      }
      expect(await recorder.listLocal()).toEqual([]);
      await expect(deleted?.read(0, 44)).rejects.toMatchObject({
        detail: { code: 'recording/storage-failed' },
      });
    });

    it('opens what is on this device, until it is given back', async () => {
      const recorder = createRecorder();
      const { recordingId } = metaAt(1);
      const recording = await recorder.begin(buildRecordingMeta({ recordingId }), unused);
      await recordFor(300);
      const { byteLength } = await recording.finish();
      const { url, release } = await recorder.openLocal(recordingId);
      const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
      expect(parseWavHeader(bytes)?.dataBytes).toBe(byteLength - 44);
      release();
      await expect(fetch(url)).rejects.toThrow(TypeError);
      await recorder.deleteLocal(recordingId);
      await expect(recorder.openLocal(recordingId)).rejects.toMatchObject({
        detail: { code: 'recording/storage-failed' },
      });
    });

    it('keeps the receipt of the store beside a local copy', async () => {
      const recorder = createRecorder();
      const { recordingId } = metaAt(1);
      const recording = await recorder.begin(buildRecordingMeta({ recordingId }), unused);
      await recordFor(300);
      expect((await recording.finish()).receipt).toBeNull();
      const receipt = { atMs: 1_700_000_000_000, url: 'https://store.example.com/recordings/1' };
      await recorder.keepReceipt(recordingId, receipt);
      const listed = await recorder.listLocal();
      expect(listed).toMatchObject([{ meta: { recordingId }, receipt }]);
      await recorder.deleteLocal(recordingId);
    });

    /** A recording of a moment. */
    const record = async (recorder: RecorderPort) => {
      const meta = metaAt(1);
      const recording = await recorder.begin(meta, unused);
      await recordFor(300);
      await recording.finish();
      return meta.recordingId;
    };
    const isGone = { detail: { code: 'recording/storage-failed' } };

    it('keeps notes beside a local copy, and tells how loud that is', async () => {
      const recorder = createRecorder();
      const recordingId = await record(recorder);
      await recorder.keepNotes(recordingId, 'call back');
      await recorder.keepNotes(recordingId, 'called back');
      expect(await recorder.listLocal()).toMatchObject([{ meta: { recordingId }, notes: 'called back' }]);
      const { remote, local } = await recorder.readPeaks(recordingId);
      expect(remote.length).toBeGreaterThan(0);
      expect(local).toHaveLength(remote.length);
      await recorder.deleteLocal(recordingId);
      await expect(recorder.readPeaks(recordingId)).rejects.toMatchObject(isGone);
    });

    it('takes a local copy out of the list until it is restored, and not after it is deleted', async () => {
      const recorder = createRecorder();
      const recordingId = await record(recorder);
      await recorder.trashLocal(recordingId);
      expect(await recorder.listLocal()).toEqual([]);
      expect((await recorder.restoreLocal(recordingId)).meta.recordingId).toBe(recordingId);
      expect(await recorder.listLocal()).toMatchObject([{ meta: { recordingId } }]);
      await recorder.trashLocal(recordingId);
      await recorder.deleteLocal(recordingId);
      await expect(recorder.restoreLocal(recordingId)).rejects.toMatchObject(isGone);
    });
  });
}
