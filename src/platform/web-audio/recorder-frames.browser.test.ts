import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PhoneErrorDetail } from '#core/errors/phone-error.ts';
import type { RecordingListener } from '#core/recording/recorder-port.ts';
import type { RecordingFile } from '#core/recording/recording-meta.ts';
import type { PassedFrame, PassedFramesMessage } from '#core/recording/sn3-recorder.ts';
import { parseSn3 } from '#core/recording/sn3-parse.ts';
import { buildPassedFrame, buildSn3Codec } from '#testing/recording-builders.ts';
import {
  audioContext,
  cleanRecordings,
  closeRecorders,
  mustNotFail,
  newMeta,
  openRecorder,
  openTone,
  readChannels,
  recordFor,
} from '#testing/recorder-stage.ts';
import RecordingWorker from '#testing/refused-recording.worker.ts?worker';
import type { StorageRefusal } from '#testing/refuse-storage.ts';
import { toFrameTap } from '../media-handles.ts';
import { spawnRecordingWorker } from '../spawn-workers.ts';

beforeEach(() => cleanRecordings());
afterEach(closeRecorders);

const frame = (sequenceNumber: number, changes: Partial<PassedFrame> = {}) =>
  buildPassedFrame({
    sequenceNumber,
    rtpTimestamp: sequenceNumber * 160,
    payload: new Uint8Array(160).fill(sequenceNumber),
    atNs: BigInt(sequenceNumber) * 20_000_000n,
    ...changes,
  });

/** A tap through which the test lets frames pass. A worker that has failed says no last word. */
function createTestTap({ hasFailed = false } = {}) {
  let port: MessagePort | null = null;
  let onLost: (() => void) | null = null;
  const say = (message: PassedFramesMessage) => port?.postMessage(message);
  const notes: string[] = [];
  return {
    notes,
    /** Whether there was somebody to tell. */
    lose: (): boolean => {
      onLost?.();
      return onLost !== null;
    },
    pass: (...frames: PassedFrame[]) => say({ kind: 'frames', frames }),
    tap: toFrameTap({
      cover: () => undefined,
      capture(frames, paused, tellLost = () => undefined) {
        port = frames;
        onLost = tellLost;
        if (paused) notes.push('begins paused');
      },
      setPaused: (paused) => notes.push(paused ? 'paused' : 'goes on'),
      stop() {
        notes.push('stopped');
        if (!hasFailed) say({ kind: 'flushed' });
      },
      close: () => undefined,
    }),
  };
}

const codec = buildSn3Codec();
const framesOf = async ({ sn3 }: RecordingFile) =>
  sn3 === null ? null : parseSn3(await sn3.read(0, sn3.byteLength));
const fileOf = async (name: string) => {
  const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('recordings');
  return folder.getFileHandle(name, { create: true });
};

/** A browser that has no Web Audio, or not enough of it. */
const withoutSound = {
  ...audioContext,
  get(): never {
    throw new DOMException('There is no such thing.', 'NotSupportedError');
  },
};

const noRoomForSound = () => new RecordingWorker({ name: 'no room for sound' satisfies StorageRefusal });

describe('what passes a tap', () => {
  it('is kept beside the recording, with what it is, and goes with it', async () => {
    const { recorder } = openRecorder();
    const { tap, pass, notes } = createTestTap();
    const meta = newMeta();
    const recording = await recorder.begin(meta, mustNotFail, [[], []], tap);
    pass(
      frame(1),
      frame(2, { direction: 1, sequenceNumber: null, mimeType: 'audio/opus', payloadType: 111 }),
    );
    recording.setPaused(true);
    recording.setPaused(false);
    await recordFor(200);
    pass(frame(3));
    const file = await recording.finish();

    expect((await framesOf(file))?.map(({ direction, wallNs }) => [direction, wallNs])).toEqual([
      [0, 0n],
      [1, 20_000_000n],
      [0, 40_000_000n],
    ]);
    expect(file.sn3).toMatchObject({
      byteLength: 3 + 3 * 177,
      codecs: [codec, { direction: 1, name: 'opus', clockRateHz: 48_000, payloadType: 111, fromByte: 180 }],
    });
    expect(notes).toEqual(['paused', 'goes on', 'stopped']);
    const [listed] = await recorder.listLocal();
    expect(listed?.sn3).toMatchObject({ byteLength: 534, codecs: file.sn3?.codecs });
    await recorder.deleteLocal(meta.recordingId);
    await expect(file.sn3?.read(0, 3)).rejects.toMatchObject({
      detail: { code: 'recording/storage-failed' },
    });
  });

  it('is kept up to the last frame that came when the page dies', async () => {
    const page = openRecorder();
    const { tap, pass } = createTestTap();
    const meta = newMeta();
    await page.recorder.begin(meta, mustNotFail, [[], []], tap);
    await recordFor(200);
    pass(frame(1), frame(2));
    const handle = await fileOf(`${meta.recordingId}.sn3`);
    await expect.poll(async () => (await handle.getFile()).size).toBe(3 + 2 * 177);
    page.kill();
    // A write that the end of the page cut in the middle.
    await expect
      .poll(async () => {
        try {
          const writable = await handle.createWritable({ keepExistingData: true });
          await writable.write({ type: 'write', position: 357, data: new Uint8Array(30).fill(1) });
          await writable.close();
          return true;
        } catch {
          return false;
        }
      })
      .toBe(true);

    const [file] = await openRecorder().recorder.listLocal();
    expect(file?.meta.ending).toBe('recovered');
    expect(file?.sn3).toMatchObject({ byteLength: 357, codecs: [codec] });
    expect((await handle.getFile()).size).toBe(357);
  });

  it('is kept although the worker that it passed has failed', async () => {
    const { recorder } = openRecorder();
    const { tap, pass } = createTestTap({ hasFailed: true });
    const recording = await recorder.begin(newMeta(), mustNotFail, [[], []], tap);
    pass(frame(1));
    await recordFor(200);
    expect(await framesOf(await recording.finish())).toHaveLength(1);
  });

  it('is not copied from the first frame on where the recording is paused before its file is open', async () => {
    const { recorder } = openRecorder();
    const { tap, notes } = createTestTap();
    const onCapture: RecordingListener['onCapture'] = ({ setPaused }) => setPaused(true);
    const recording = await recorder.begin(newMeta(), { ...mustNotFail, onCapture }, [[], []], tap);
    recording.setPaused(false);
    await recordFor(200);
    await recording.finish();
    expect(notes).toEqual(['begins paused', 'goes on', 'stopped']);
  });

  it('is none where nothing passed', async () => {
    const { recorder } = openRecorder();
    const recording = await recorder.begin(newMeta(), mustNotFail, [[], []], createTestTap().tap);
    await recordFor(200);
    expect((await recording.finish()).sn3).toBeNull();
  });

  it('is kept, and waited for, where a full disk has no room for a sample', async () => {
    const { recorder } = openRecorder(noRoomForSound);
    const failures: string[] = [];
    const listener = { ...mustNotFail, onFailure: ({ code }: PhoneErrorDetail) => failures.push(code) };
    const { tap, pass, notes } = createTestTap();
    const recording = await recorder.begin(newMeta(), listener, [[], []], tap);
    pass(frame(1));
    await expect.poll(() => failures).toEqual(['recording/storage-full']);
    // The person is told that nothing is recorded any more.
    expect(notes).toEqual(['stopped']);
    const file = await recording.finish();
    expect(file.meta.ending).toBe('storage-full');
    expect(await framesOf(file)).toHaveLength(1);
    expect((await recorder.listLocal()).map(({ sn3 }) => sn3?.byteLength)).toEqual([180]);
  });

  it('is kept where this browser captures no sound: the file is as long as the call, and silent', async () => {
    const { recorder } = openRecorder(spawnRecordingWorker, withoutSound);
    const onSoundless = vi.fn<() => void>();
    const listener = { ...mustNotFail, onSoundless };
    const { tap, pass } = createTestTap();
    const meta = newMeta();
    const recording = await recorder.begin(meta, listener, [[openTone(440)], []], tap);
    expect(onSoundless).toHaveBeenCalledTimes(1);
    pass(frame(1), frame(2));
    await recordFor(500);
    const file = await recording.finish();

    expect(await framesOf(file)).toHaveLength(2);
    expect(file.durationMs).toBeGreaterThanOrEqual(500);
    expect(Math.abs(meta.startedAtMs + file.durationMs - Date.now())).toBeLessThan(1000);
    expect(file.meta.marks).toEqual([{ kind: 'gap', atMs: 0, durationMs: file.durationMs }]);
    const { left, right } = await readChannels(file);
    expect([...left, ...right].every((sample) => sample === 0)).toBe(true);
    const { byteLength, codecs } = file.sn3 ?? {};
    expect(await recorder.listLocal()).toMatchObject([
      { byteLength: file.byteLength, sn3: { byteLength, codecs } },
    ]);
  });

  it('is needed, where there is no sound, for a recording to be made at all', async () => {
    const { recorder } = openRecorder(spawnRecordingWorker, withoutSound);
    await expect(recorder.begin(newMeta(), mustNotFail, [[], []])).rejects.toMatchObject({
      detail: { code: 'recording/capture-failed' },
    });
  });

  it('that cannot be written does not touch the recording', async () => {
    const { recorder } = openRecorder();
    const { tap, pass } = createTestTap();
    const meta = newMeta();
    const lock = await (await fileOf(`${meta.recordingId}.sn3`)).createWritable();
    const recording = await recorder.begin(meta, mustNotFail, [[], []], tap);
    pass(frame(1));
    await recordFor(300);
    const file = await recording.finish();
    expect(file.durationMs).toBeGreaterThanOrEqual(300);
    expect(file.sn3).toBeNull();
    expect(file.meta.marks).toContainEqual({
      kind: 'packets-lost',
      atMs: expect.any(Number),
      durationMs: null,
    });
    await lock.abort();
  });

  it('of which no copies are made any more leave a mark, also when that was before the file was open', async () => {
    const { recorder } = openRecorder();
    const { tap, lose } = createTestTap();
    const opening = recorder.begin(newMeta(), mustNotFail, [[], []], tap);
    await expect.poll(lose).toBe(true);
    const recording = await opening;
    await recordFor(200);
    const file = await recording.finish();
    const lost = file.meta.marks.filter(({ kind }) => kind === 'packets-lost');
    expect(lost).toEqual([{ kind: 'packets-lost', atMs: expect.any(Number), durationMs: null }]);
  });
});
