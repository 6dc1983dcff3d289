import { afterAll, expect, it } from 'vitest';
import type { FrameTap } from '#core/media/frame-tap.ts';
import type { RecordingFile } from '#core/recording/recording-meta.ts';
import type { PassedFramesMessage } from '#core/recording/sn3-recorder.ts';
import { asRecordingId } from '#core/shared/ids.ts';
import { encodeWavHeader, wavHeaderBytes } from '#core/recording/wav.ts';
import { silentLogger } from '#core/shared/logger.ts';
import { createStoreToken } from '#core/upload/store-token.ts';
import { createPhoneAudioContext } from '#platform/web-audio/audio-context.ts';
import { readUploadUrl } from '#platform/storage/upload-urls.ts';
import { createWebAudioRecorder } from '#platform/web-audio/recorder.ts';
import { buildPassedFrame, buildRecordingMeta } from '#testing/recording-builders.ts';
import {
  readTusReport,
  resetTusStore,
  setTusFaults,
  sha256,
  tusStoreUrl,
} from '#testing/tus-store-client.ts';
import type { TusFault } from '#testing/tus-store.ts';
import { describeUploadContract, type NextAnswer } from '#testing/upload-contract.ts';
import { toFrameTap } from '../media-handles.ts';
import { spawnRecordingWorker, spawnUploadWorker } from '../spawn-workers.ts';
import { createWorkerUpload } from './worker-upload.ts';

const audioContext = createPhoneAudioContext();
const recorder = createWebAudioRecorder({
  audioContext,
  spawnWorker: spawnRecordingWorker,
  logger: silentLogger,
});
const upload = createWorkerUpload({
  uploadUrl: `${tusStoreUrl()}/uploads`,
  token: createStoreToken(null, () => Promise.resolve(null), silentLogger),
  readUploadUrl,
  spawnWorker: spawnUploadWorker,
});
const sending = { full: 507, refused: 422, away: 503 } as const;
/** A fault answers with bytes of its own. */
const reading = { unreadable: 403, changed: 200 } as const;
const faultOf = (what: Exclude<NextAnswer, 'accepted'>): TusFault => {
  if (what === 'slow') return { method: 'PATCH', what: { kind: 'hang' }, skip: 0 };
  return what === 'unreadable' || what === 'changed'
    ? { method: 'GET', what: { kind: 'status', status: reading[what] }, skip: 0 }
    : { method: 'PATCH', what: { kind: 'status', status: sending[what] }, skip: 0 };
};

afterAll(async () => {
  for (const { meta } of await recorder.listLocal()) await recorder.deleteLocal(meta.recordingId);
});

async function beginRecording(tap: FrameTap | null = null) {
  await recorder.prepare();
  const meta = buildRecordingMeta({ recordingId: asRecordingId(crypto.randomUUID()) });
  const listener = { onFailure: () => undefined, onSilence: () => undefined };
  const { mark, finish } = await recorder.begin(meta, listener, [[], []], tap);
  const goOn = async () => {
    const { currentTime } = audioContext.get();
    await expect.poll(() => audioContext.get().currentTime - currentTime).toBeGreaterThan(0.2);
  };
  return { meta, goOn, mark, finish };
}

async function recordShortly(): Promise<RecordingFile> {
  const { goOn, finish } = await beginRecording();
  await goOn();
  return finish();
}

describeUploadContract(async () => {
  await resetTusStore();
  return {
    upload,
    file: await recordShortly(),
    nextIs: (what) => (what === 'accepted' ? setTusFaults() : setTusFaults(faultOf(what))),
  };
});

it('sends the file of this device as it is, and goes on with an upload that was begun', async () => {
  await resetTusStore();
  const file = await recordShortly();
  await setTusFaults({ method: 'PATCH', what: { kind: 'drop-answer' }, skip: 0 });
  await expect(upload.upload(file, () => undefined)).rejects.toMatchObject({
    detail: { code: 'upload/server-unreachable' },
  });
  await upload.upload(file, () => undefined);

  const local = new Blob([new Uint8Array(await file.read(0, file.byteLength))]);
  expect(await readTusReport()).toMatchObject({ created: 1, sha256: await sha256(local) });
});

it('sends a recording under way, and its end when it has one', async () => {
  await resetTusStore();
  const { meta, goOn, mark, finish } = await beginRecording();
  const sentBytes = async () => {
    await upload.sendAhead(meta);
    const answer = await fetch((await readUploadUrl(meta.recordingId)) ?? '', {
      method: 'HEAD',
      headers: { 'tus-resumable': '1.0.0' },
    });
    return Number(answer.headers.get('upload-offset'));
  };
  await goOn();
  const early = await sentBytes();
  await goOn();
  expect(await sentBytes()).toBeGreaterThan(early);
  expect(early).toBeGreaterThan(wavHeaderBytes);
  mark({ kind: 'hold', atMs: 1, durationMs: 2 });
  const file = await finish();
  await upload.upload(file, () => undefined);

  const local = new Uint8Array(await file.read(0, file.byteLength));
  const lastWords = {
    sha256: await sha256(new Blob([local])),
    marks: expect.stringContaining('hold') as unknown,
  };
  // The store puts the true sizes in place of those of a file that grows.
  local.set(encodeWavHeader({ ...meta, dataBytes: null }));
  expect(await readTusReport()).toMatchObject({
    created: 1,
    sha256: await sha256(new Blob([local])),
    lastWords,
  });
});

it('leaves nothing at the store of an upload that is given up', async () => {
  await resetTusStore();
  const file = await recordShortly();
  const { recordingId } = file.meta;
  await upload.discard(recordingId);
  await setTusFaults({ method: 'PATCH', what: { kind: 'status', status: 503 }, skip: 0 });
  await expect(upload.upload(file, () => undefined)).rejects.toMatchObject({
    detail: { code: 'upload/server-unreachable' },
  });
  const url = (await readUploadUrl(recordingId)) ?? '';
  const ask = async () =>
    (await fetch(url, { method: 'HEAD', headers: { 'tus-resumable': '1.0.0' } })).status;
  expect(await ask()).toBe(200);
  await upload.discard(recordingId);
  await expect.poll(ask).toBe(404);
});

it('sends encoded frames after the sound, and says what they are', async () => {
  await resetTusStore();
  const frame = buildPassedFrame();
  const capture = (port: MessagePort) => {
    port.postMessage({ kind: 'frames', frames: [frame] } satisfies PassedFramesMessage);
    port.postMessage({ kind: 'flushed' } satisfies PassedFramesMessage);
  };
  const ignore = () => undefined;
  const { goOn, finish } = await beginRecording(
    toFrameTap({ cover: ignore, capture, setPaused: ignore, stop: ignore, close: ignore }),
  );
  await goOn();
  const file = await finish();
  const told: number[] = [];
  const { url, sn3Url } = await upload.upload(file, ({ sentBytes }) => told.push(sentBytes));
  expect(url).toBe(await readUploadUrl(file.meta.recordingId));
  expect(sn3Url).toBe(await readUploadUrl(file.meta.recordingId, '.sn3-upload'));
  expect(told.at(-1)).toBe(file.byteLength + 180);
  const blob = new Blob([new Uint8Array((await file.sn3?.read(0, 180)) ?? [])]);
  expect(await readTusReport()).toMatchObject({
    created: 2,
    sha256: await sha256(blob),
    metadata: { format: 'sn3', codecs: '0=0:PCMU/8000/1@3', recordingId: file.meta.recordingId },
  });
  expect(await readUploadUrl(file.meta.recordingId, '.sn3-upload')).not.toBeNull();
});

it('says that the file is gone', async () => {
  const file = await recordShortly();
  await recorder.deleteLocal(file.meta.recordingId);
  await expect(upload.upload(file, () => undefined)).rejects.toMatchObject({
    detail: { code: 'recording/storage-failed' },
  });
});
