import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { captureRateHz, type CaptureBatch, type CaptureMessage } from '#core/recording/capture-batch.ts';
import { audioContext, openToneStream, unexpected } from '#testing/recorder-stage.ts';
import { toneDbfs } from '#testing/tones.ts';
import { createCaptureNode, loadCaptureWorklet, type CaptureNode } from './capture-node.ts';

beforeAll(async () => {
  await audioContext.start();
  await loadCaptureWorklet(audioContext.get());
});

let node: CaptureNode | null = null;
afterEach(() => node?.stop());

/** A node, and how loud a tone is in the last 107 ms of a channel. */
function openNode() {
  const { port1, port2 } = new MessageChannel();
  const last: CaptureBatch[] = [];
  port2.addEventListener('message', ({ data }: MessageEvent<CaptureMessage>) => {
    if (data.kind === 'batch') last.push(...last.splice(0).slice(-1), data.batch);
  });
  port2.start();
  const opened = createCaptureNode(audioContext.get(), port1, unexpected);
  node = opened;
  opened.start(false);
  const levelDb = (channel: 0 | 1, frequencyHz: number): number => {
    const samples = last.flatMap(({ left, right }) => [...(channel === 0 ? left : right)]);
    return toneDbfs(Float32Array.from(samples), captureRateHz, frequencyHz);
  };
  const hears = (channel: 0 | 1, frequencyHz: number) => () => levelDb(channel, frequencyHz) > -9;
  const isSilent =
    (channel: 0 | 1, ...frequenciesHz: readonly number[]) =>
    () =>
      last.length === 2 && frequenciesHz.every((hz) => levelDb(channel, hz) < -60);
  return { setStreams: opened.setStreams, hears, isSilent };
}

const toneTrack = (frequencyHz: number): MediaStreamTrack => {
  const [track] = openToneStream(frequencyHz).getAudioTracks();
  if (track === undefined) throw new Error('a track was expected');
  return track;
};
/** As the browser does it, which tells of what it adds and removes itself; it does not of what a script does. */
const add = (stream: MediaStream, track: MediaStreamTrack) => {
  stream.addTrack(track);
  stream.dispatchEvent(new MediaStreamTrackEvent('addtrack', { track }));
};
const remove = (stream: MediaStream, track: MediaStreamTrack) => {
  stream.removeTrack(track);
  stream.dispatchEvent(new MediaStreamTrackEvent('removetrack', { track }));
};

describe.each([0, 1] as const)('channel %i', (channel) => {
  it('hears a track that its stream is given later', async () => {
    const { setStreams, hears, isSilent } = openNode();
    const stream = new MediaStream();
    setStreams(channel, [stream]);
    await expect.poll(isSilent(channel, 440)).toBe(true);
    add(stream, toneTrack(440));
    await expect.poll(hears(channel, 440)).toBe(true);
    await expect.poll(isSilent(channel === 0 ? 1 : 0, 440)).toBe(true);
  });

  it('follows its stream when one track takes the place of another, and is silent without', async () => {
    const { setStreams, hears, isSilent } = openNode();
    const [first, second] = [toneTrack(440), toneTrack(1000)];
    const stream = new MediaStream([first]);
    setStreams(channel, [stream]);
    await expect.poll(hears(channel, 440)).toBe(true);
    remove(stream, first);
    add(stream, second);
    await expect.poll(hears(channel, 1000)).toBe(true);
    await expect.poll(isSilent(channel, 440)).toBe(true);
    remove(stream, second);
    await expect.poll(isSilent(channel, 440, 1000)).toBe(true);
  });

  it('hears all its streams, and no more those that it has not any longer, whatever they are given', async () => {
    const { setStreams, hears, isSilent } = openNode();
    const [before, after] = [new MediaStream([toneTrack(440)]), new MediaStream([toneTrack(1000)])];
    setStreams(channel, [before, after]);
    await expect.poll(hears(channel, 440)).toBe(true);
    await expect.poll(hears(channel, 1000)).toBe(true);
    setStreams(channel, [after]);
    await expect.poll(isSilent(channel, 440)).toBe(true);
    add(before, toneTrack(660));
    await expect.poll(hears(channel, 1000)).toBe(true);
    await expect.poll(isSilent(channel, 440, 660)).toBe(true);
  });
});
