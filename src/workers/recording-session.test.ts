import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { CaptureMessage } from '#core/recording/capture-batch.ts';
import { createFakeFile } from '#testing/fake-disk.ts';
import { buildRecordingMeta } from '#testing/recording-builders.ts';
import { createWavAppender } from '#platform/storage/wav-appender.ts';
import { createRecordingSession } from './recording-session.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const batchFrames = 2560;
const batchMs = batchFrames / 48;

/** A port whose messages come at once. */
const createPort = () => Object.assign(new EventTarget(), { start() {}, close() {} });

it('is on the disk for good a second after it was heard, at the latest', async () => {
  const meta = buildRecordingMeta({ startedAtMs: Date.now() });
  const file = createFakeFile();
  const port = createPort();
  createRecordingSession(meta, await createWavAppender(file, meta), port as unknown as MessagePort, {
    onStopped: () => expect.unreachable(),
    onSilence: () => undefined,
    onSamples: null,
    keepMark: () => Promise.resolve(),
  });

  let durableBytes = 0;
  let flushes = file.flushes();
  const heard: { readonly atMs: number; readonly endByte: number }[] = [];
  for (let index = 0; index < 200; index += 1) {
    const channel = () => new Float32Array(batchFrames);
    const batch = { startFrame: index * batchFrames, wallMs: Date.now(), left: channel(), right: channel() };
    port.dispatchEvent(new MessageEvent<CaptureMessage>('message', { data: { kind: 'batch', batch } }));
    heard.push({ atMs: Date.now(), endByte: file.content().byteLength });
    vi.advanceTimersByTime(batchMs);
    if (file.flushes() > flushes) durableBytes = heard.at(-1)?.endByte ?? 0;
    flushes = file.flushes();
    const overdue = heard.find(({ atMs, endByte }) => endByte > durableBytes && Date.now() - atMs > 1000);
    expect(overdue).toBeUndefined();
  }
  expect(durableBytes).toBeGreaterThan(9 * 64_000);
});

it.each([
  ['stays empty', false, 0],
  ['is silence where that is wanted', true, 32_000],
])('that nothing came to %s', async (_what, evenSilent, dataBytes) => {
  const meta = buildRecordingMeta({ startedAtMs: Date.now() });
  const file = createFakeFile();
  const port = createPort();
  const session = createRecordingSession(
    meta,
    await createWavAppender(file, meta),
    port as unknown as MessagePort,
    {
      onStopped: () => expect.unreachable(),
      onSilence: () => undefined,
      onSamples: null,
      keepMark: () => Promise.resolve(),
    },
  );
  vi.advanceTimersByTime(500);
  const data: CaptureMessage = { kind: 'flushed', wallMs: Date.now() };
  port.dispatchEvent(new MessageEvent('message', { data }));
  expect(await session.finish(Promise.resolve(evenSilent))).toMatchObject({ dataBytes });
  expect(file.content().byteLength).toBe(44 + dataBytes);
});

it('says that neither side is heard when the audio clock stands still, and that they are again', async () => {
  const meta = buildRecordingMeta({ startedAtMs: Date.now() });
  const file = createFakeFile();
  const port = createPort();
  const told: [channel: 0 | 1, silent: boolean][] = [];
  createRecordingSession(meta, await createWavAppender(file, meta), port as unknown as MessagePort, {
    onStopped: () => expect.unreachable(),
    onSilence: (...news) => told.push(news),
    onSamples: null,
    keepMark: () => Promise.resolve(),
  });
  const hear = () => {
    const channel = () => new Float32Array(batchFrames).fill(0.1);
    const batch = { startFrame: 0, wallMs: Date.now(), left: channel(), right: channel() };
    port.dispatchEvent(new MessageEvent<CaptureMessage>('message', { data: { kind: 'batch', batch } }));
  };
  hear();
  vi.advanceTimersByTime(9000);
  expect(told).toEqual([]);
  vi.advanceTimersByTime(3000);
  expect(told).toEqual([
    [0, true],
    [1, true],
  ]);
  hear();
  expect(told.slice(2)).toEqual([
    [0, false],
    [1, false],
  ]);
});
