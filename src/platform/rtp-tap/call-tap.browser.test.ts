import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { PassedFrame, PassedFramesMessage } from '#core/recording/sn3-recorder.ts';
import { openPeerLoop, type PeerLoop } from '#testing/peer-loop.ts';
import { audioContext } from '#testing/recorder-stage.ts';
import { browserClock } from '../browser/browser-clock.ts';
import { spawnFramesWorker } from '../spawn-workers.ts';
import { canTapFrames, createCallTap, type CallTap } from './call-tap.ts';

beforeAll(() => audioContext.start());

/** Resolves when a worker says something for the first time: that its code is loaded. */
const loaded = (worker: Worker): Promise<Worker> =>
  new Promise((resolve) => {
    worker.addEventListener('message', () => resolve(worker), { once: true });
  });

let tap: CallTap | null = null;
let loop: PeerLoop | null = null;
const warnings: string[] = [];
afterEach(() => {
  warnings.splice(0);
  loop?.close();
  tap?.close();
});

/** A call whose frames pass the first of these workers; the others stand by. */
async function openTappedLoop(mimeType: string, ...workers: readonly Worker[]) {
  const ready = await Promise.all(workers.map(loaded));
  const opened = await openPeerLoop(mimeType, (near) => {
    tap = createCallTap(near, {
      workers: { take: () => ready.shift() ?? null },
      clock: browserClock,
      logger: { warn: (message) => warnings.push(message) },
    });
    tap?.cover();
  });
  loop = opened;
  if (tap === null) throw new Error('a tap was expected');
  return { tap, loop: opened };
}

/** Waits until so many samples more are heard at both ends than until now; those of PCMU last 125 µs each. */
async function hearsMore({ heard }: PeerLoop, more = 4000): Promise<boolean> {
  const before = await heard();
  return vi.waitUntil(
    async () => (await heard()).every((samples, end) => samples - (before[end] ?? 0) > more),
    { timeout: 10_000 },
  );
}

/** What comes through a port. */
function collect(port: MessagePort) {
  const frames: PassedFrame[] = [];
  let isFlushed = false;
  port.addEventListener('message', ({ data }: MessageEvent<PassedFramesMessage>) => {
    if (data.kind === 'frames') frames.push(...data.frames);
    else isFlushed = true;
  });
  port.start();
  return { frames, isFlushed: () => isFlushed };
}

describe.each([
  ['audio/PCMU', 160, 'a transform'],
  ['audio/opus', 960, 'a transform'],
  ['audio/opus', 960, 'nothing but createEncodedStreams'],
])('a tap of %s', (mimeType, ticks, means) => {
  afterEach(() => vi.unstubAllGlobals());

  it(`copies what passes, both ways, until it is told to stop, in a browser with ${means}`, async () => {
    if (means !== 'a transform') vi.stubGlobal('RTCRtpScriptTransform', undefined);
    expect(canTapFrames()).toBe(true);
    const { tap, loop } = await openTappedLoop(mimeType, spawnFramesWorker());
    const { port1, port2 } = new MessageChannel();
    const { frames, isFlushed } = collect(port2);
    tap.capture(port1, false);
    expect(await hearsMore(loop, 25 * ticks)).toBe(true);
    tap.stop();
    await vi.waitUntil(isFlushed);

    const count = frames.length;
    for (const direction of [0, 1] as const) {
      const side = frames.filter((frame) => frame.direction === direction);
      expect(side.length).toBeGreaterThan(20);
      expect(new Set(side.map((frame) => frame.mimeType))).toEqual(new Set([mimeType]));
      expect(side.every(({ payload }) => payload.byteLength > 0)).toBe(true);
      const steps = side
        .slice(1)
        .map(({ rtpTimestamp }, index) => rtpTimestamp - (side[index]?.rtpTimestamp ?? 0));
      expect(steps.filter((step) => step === ticks).length).toBeGreaterThan(steps.length / 2);
      const times = side.map(({ atNs }) => atNs);
      expect(times).toEqual(times.toSorted((a, b) => (a < b ? -1 : 1)));
    }
    expect(
      frames
        .filter(({ direction }) => direction === 0)
        .every(({ sequenceNumber }) => sequenceNumber !== null),
    ).toBe(true);
    expect(await hearsMore(loop, 25 * ticks)).toBe(true);
    expect(frames).toHaveLength(count);
  });
});

it('copies nothing while it is paused', async () => {
  const { tap, loop } = await openTappedLoop('audio/PCMU', spawnFramesWorker());
  const { port1, port2 } = new MessageChannel();
  const { frames, isFlushed } = collect(port2);
  tap.capture(port1, false);
  tap.setPaused(true);
  expect(await hearsMore(loop)).toBe(true);
  expect(frames).toEqual([]);
  tap.setPaused(false);
  await vi.waitUntil(() => frames.length > 0);
  tap.stop();
  await vi.waitUntil(isFlushed);
});

/** Takes what comes through a port, and says so. */
const spawnTaker = (port: MessagePort): Worker => {
  const code = `onmessage = ({ data: port }) => { port.onmessage = () => postMessage('taken'); };`;
  const taker = new Worker(URL.createObjectURL(new Blob([code])));
  taker.postMessage(port, [port]);
  return taker;
};

it('where there is nothing but createEncodedStreams needs no worker, and a call goes on when who takes its copies ends', async () => {
  vi.stubGlobal('RTCRtpScriptTransform', undefined);
  const { tap, loop } = await openTappedLoop('audio/PCMU');
  vi.unstubAllGlobals();
  const { port1, port2 } = new MessageChannel();
  const taker = spawnTaker(port2);
  const taken = loaded(taker);
  tap.capture(port1, false);
  await taken;
  taker.terminate();
  expect(await hearsMore(loop, 3 * 8000)).toBe(true);
  expect(warnings).toEqual([]);
});

/** A worker that lets frames pass until the hundredth, and does then what it should not. */
const spawnBadWorker = (badly: string): Worker =>
  new Worker(
    URL.createObjectURL(
      new Blob([
        `let frames = 0;
        let saysSo = false;
        onrtctransform = ({ transformer: { readable, writable } }) => {
          const passing = new TransformStream({
            transform(frame, controller) {
              frames += 1;
              if (frames === 100) { ${badly} }
              controller.enqueue(frame);
            },
          });
          readable.pipeThrough(passing).pipeTo(writable).catch(() => {
            // As the phone's own worker: when its streams have ended, and not before.
            if (saysSo) postMessage({ kind: 'broken', details: 'no' });
          });
        };
        onmessage = ({ data }) => data.kind === 'ping' && postMessage({ kind: 'alive' });
        postMessage({ kind: 'alive' });`,
      ]),
    ),
  );

describe('a call goes on when its worker', () => {
  it.each([
    ['hangs', 'for (;;);'],
    ['closes itself', 'close();'],
    ['throws at a frame, and says so', 'saysSo = true; throw new Error("no");'],
    ['throws outside of it all', 'setTimeout(() => { throw new Error("no"); }); throw new Error("no");'],
  ])('%s', async (_what, badly) => {
    const { loop } = await openTappedLoop('audio/PCMU', spawnBadWorker(badly), spawnFramesWorker());
    // The hundredth frame passes after a second.
    expect(await hearsMore(loop, 3 * 8000)).toBe(true);
  });

  it('is terminated, and when the next one is, too', async () => {
    const workers = [spawnFramesWorker(), spawnFramesWorker(), spawnFramesWorker()];
    const { tap, loop } = await openTappedLoop('audio/PCMU', ...workers);
    expect(await hearsMore(loop)).toBe(true);
    const onLost = vi.fn<() => void>();
    tap.capture(new MessageChannel().port1, false, onLost);
    workers[0]?.terminate();
    expect(await hearsMore(loop)).toBe(true);
    expect(onLost).toHaveBeenCalledTimes(1);
    // Nobody waits for frames of a worker that only lets pass.
    const { port1, port2 } = new MessageChannel();
    const { isFlushed } = collect(port2);
    tap.capture(port1, false, onLost);
    expect(onLost).toHaveBeenCalledTimes(2);
    await vi.waitUntil(isFlushed);
    workers[1]?.terminate();
    expect(await hearsMore(loop)).toBe(true);
  });
});
