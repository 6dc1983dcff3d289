import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { CaptureMessage } from '#core/recording/capture-batch.ts';
import { packSn3 } from '#core/recording/sn3-pack.ts';
import type { PassedFrame, PassedFramesMessage } from '#core/recording/sn3-recorder.ts';
import { encodeWavHeader } from '#core/recording/wav.ts';
import { asRecordingId } from '#core/shared/ids.ts';
import { silentLogger } from '#core/shared/logger.ts';
import { createRecordingFolder } from '#platform/storage/recording-folder.ts';
import type { RecordingDisk } from '#platform/storage/recording-disk.ts';
import { createFakeDisk, type DiskRoom } from '#testing/fake-disk.ts';
import { buildPassedFrame, buildRecordingMeta } from '#testing/recording-builders.ts';
import { createRecordingDesk } from './recording-desk.ts';

let room: DiskRoom = 'enough';
let disk: RecordingDisk;
const folder = createRecordingFolder(() => Promise.resolve(disk));

const meta = buildRecordingMeta();
const { recordingId } = meta;
const unused = {
  onStopped: expect.unreachable,
  onSilence: expect.unreachable,
  onSamples: expect.unreachable,
};
const openDesk = () => createRecordingDesk(folder, silentLogger, unused);

/** A whole recording of a page that is gone. */
async function leaveRecording(): Promise<void> {
  const file = await disk.open(`${recordingId}.wav`, { create: true });
  file.write(encodeWavHeader({ ...meta, dataBytes: 400 }), { at: 0 });
  file.write(new Uint8Array(400), { at: 44 });
  await folder.createJournal(meta);
  await folder.appendJournal(recordingId, { kind: 'finished' });
}

beforeEach(async () => {
  room = 'enough';
  disk = createFakeDisk(() => room);
  // Nobody else has a page.
  const request = (...[, , hold]: [string, LockOptions, () => Promise<void>]) => hold();
  vi.stubGlobal('navigator', { locks: { request } });
  await leaveRecording();
});

describe('what is deleted', () => {
  it('waits for whoever reads it at that moment, and can be brought back', async () => {
    const desk = openDesk();
    const whole = disk;
    let goOn = (): void => undefined;
    const held = new Promise<void>((resolve) => (goOn = resolve));
    const reading = new Promise<void>((tell) => {
      disk = {
        ...whole,
        async read(name) {
          tell();
          await held;
          return whole.read(name);
        },
      };
    });
    const order: string[] = [];
    const listed = desk.list().then(() => order.push('listed'));
    await reading;
    disk = whole;
    const trashed = desk.trash(recordingId).then(() => order.push('deleted'));
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setTimeout(resolve));
    goOn();
    await Promise.all([listed, trashed]);
    expect(order).toEqual(['listed', 'deleted']);
    expect(await desk.list()).toEqual([]);
    expect(await desk.restore(recordingId)).toMatchObject({ meta: { recordingId }, byteLength: 444 });
  });

  it('stays where there is no room to say that it is back', async () => {
    const desk = openDesk();
    await desk.trash(recordingId);
    room = 'none';
    await expect(desk.restore(recordingId)).rejects.toMatchObject({
      detail: { code: 'recording/storage-full' },
    });
    room = 'enough';
    expect(await desk.restore(recordingId)).toMatchObject({ meta: { recordingId }, byteLength: 444 });
    expect(await desk.list()).toHaveLength(1);
  });

  it('comes back from a full disk that could not even say that it was deleted', async () => {
    const desk = openDesk();
    room = 'none';
    await desk.trash(recordingId);
    expect(await desk.list()).toEqual([]);
    expect(await desk.restore(recordingId)).toMatchObject({ meta: { recordingId } });
  });
});

it('says that notes are not kept on a full disk', async () => {
  const desk = openDesk();
  room = 'none';
  await expect(desk.keepNotes(recordingId, 'call back')).rejects.toMatchObject({
    detail: { code: 'recording/storage-full' },
  });
});

it('keeps a recording of whose call only the packets are there', async () => {
  const sn3 = packSn3([
    { direction: 0, sequenceNumber: 1, rtpTimestamp: 160, wallNs: 0n, payload: new Uint8Array(160) },
  ]);
  const packets = await disk.open(`${recordingId}.sn3`, { create: true });
  packets.write(Uint8Array.from(sn3), { at: 0 });
  for (const bytesOfSound of [0, 44]) {
    const sound = await disk.open(`${recordingId}.wav`, { create: true });
    sound.truncate(bytesOfSound);
    expect(await openDesk().list()).toMatchObject([
      { meta: { recordingId }, byteLength: 44, durationMs: 0, sn3: { byteLength: sn3.byteLength } },
    ]);
  }
  packets.truncate(3);
  expect(await openDesk().list()).toEqual([]);
  expect(await disk.list()).toEqual([]);
});

describe('encoded frames', () => {
  const frame = buildPassedFrame();
  const live = buildRecordingMeta({ recordingId: asRecordingId('live'), startedAtMs: Date.now() });

  /** What is known of a recording of which these frames passed. */
  async function recordFrames(passed: readonly PassedFrame[]) {
    const desk = openDesk();
    const [samples, frames] = [new MessageChannel(), new MessageChannel()];
    const [toSamples, toFrames] = [samples.port1, frames.port1];
    await desk.begin(live, samples.port2, false, frames.port2);
    toFrames.postMessage({ kind: 'frames', frames: passed } satisfies PassedFramesMessage);
    toFrames.postMessage({ kind: 'flushed' } satisfies PassedFramesMessage);
    toSamples.postMessage({ kind: 'flushed', wallMs: Date.now() } satisfies CaptureMessage);
    const finished = await desk.finish(live.recordingId);
    for (const port of [toSamples, toFrames]) port.close();
    return finished;
  }
  const lost = { kind: 'packets-lost', atMs: expect.any(Number), durationMs: null };

  it('leave no mark when all are kept', async () => {
    const finished = await recordFrames([frame]);
    expect(finished).toMatchObject({ sn3: { byteLength: 180 } });
    expect(finished?.meta.marks.filter(({ kind }) => kind === 'packets-lost')).toEqual([]);
  });

  it('leave a mark from where on some could not be kept', async () => {
    const finished = await recordFrames([frame, { ...frame, payload: new Uint8Array(4001) }]);
    expect(finished?.sn3).toMatchObject({ byteLength: 180 });
    expect(finished?.meta.marks).toContainEqual(lost);
  });

  it('leave a mark when there is no file for them', async () => {
    const whole = disk;
    disk = {
      ...whole,
      open: (name, options) =>
        name.endsWith('.sn3') ? Promise.reject(new Error('locked')) : whole.open(name, options),
    };
    const desk = openDesk();
    const [samples, frames] = [new MessageChannel(), new MessageChannel()];
    await desk.begin(live, samples.port2, false, frames.port2);
    await vi.waitFor(async () =>
      expect((await folder.readJournal(live.recordingId))?.meta.marks).toContainEqual(lost),
    );
    samples.port1.postMessage({ kind: 'flushed', wallMs: Date.now() } satisfies CaptureMessage);
    await desk.finish(live.recordingId);
    for (const { port1 } of [samples, frames]) port1.close();
  });
});
