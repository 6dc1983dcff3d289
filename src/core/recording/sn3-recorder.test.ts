import { describe, expect, it, vi } from 'vitest';
import { buildPassedFrame, buildSn3Codec } from '#testing/recording-builders.ts';
import { parseSn3 } from './sn3-parse.ts';
import { joinSn3 } from './sn3-pack.ts';
import type { Sn3Codec } from './sn3-codec.ts';
import { createSn3Recorder, type PassedFrame } from './sn3-recorder.ts';

const frame = (changes: Partial<PassedFrame> = {}) =>
  buildPassedFrame({
    sequenceNumber: 7,
    payload: Uint8Array.of(1, 2, 3),
    atNs: 5_000_000_000n,
    ...changes,
  });

function record(...batches: readonly (readonly PassedFrame[])[]) {
  const codecs: Sn3Codec[] = [];
  const recorder = createSn3Recorder((codec) => codecs.push(codec));
  const blob = joinSn3(batches.map(recorder.push));
  return { codecs, frames: parseSn3(blob), blob };
}

describe('createSn3Recorder', () => {
  it('writes what passes, on a time that begins with the first frame', () => {
    const sent = { direction: 1, sequenceNumber: null } as const;
    const { frames } = record(
      [frame()],
      [frame({ ...sent, atNs: 5_020_000_000n }), frame({ ...sent, atNs: 1n })],
    );
    expect(
      frames.map(({ direction, sequenceNumber, wallNs }) => [direction, sequenceNumber, wallNs]),
    ).toEqual([
      [0, 7, 0n],
      [1, 0, 20_000_000n],
      [1, 1, 20_000_000n],
    ]);
  });

  it('keeps what it was given, although the buffer is used again', () => {
    const payload = Uint8Array.of(1, 2);
    const recorder = createSn3Recorder(() => undefined);
    const bytes = recorder.push([frame({ payload })]);
    payload.fill(9);
    expect(parseSn3(joinSn3([bytes]))[0]?.payload).toEqual(Uint8Array.of(1, 2));
  });

  it('stays below its limit with whole frames', () => {
    const recorder = createSn3Recorder(() => undefined, { limitBytes: 3 + 2 * 27 });
    const ten = frame({ payload: new Uint8Array(10) });
    expect([1, 2, 3].map(() => recorder.push([ten]).byteLength)).toEqual([27, 27, 0]);
    const small = frame({ payload: new Uint8Array(1) });
    expect(recorder.push([ten, small]).byteLength).toBe(0);
  });

  it('leaves out what is no voice', () => {
    const { frames, codecs } = record([
      frame({ mimeType: 'audio/telephone-event', payloadType: 126 }),
      frame({ mimeType: 'audio/CN', payloadType: 13 }),
      frame({ payload: new Uint8Array(0) }),
      frame({ payload: new Uint8Array(4001) }),
    ]);
    expect(frames).toEqual([]);
    expect(codecs.map(({ fromByte }) => fromByte)).toEqual([3]);
  });

  it('tells what each side sends, and from where on it sends something else', () => {
    const opus = { mimeType: 'audio/opus', payloadType: 111 };
    const { codecs, blob } = record(
      [frame(), frame({ direction: 1, ...opus })],
      [frame(), frame(opus), frame(opus)],
    );
    expect(codecs).toMatchObject([
      buildSn3Codec(),
      { direction: 1, name: 'opus', clockRateHz: 48_000, channels: 2, payloadType: 111, fromByte: 23 },
      { direction: 0, name: 'opus', fromByte: 63 },
    ]);
    expect(blob).toHaveLength(103);
  });

  it('keeps nothing that it cannot tell the codec of any more', () => {
    const changing = Array.from({ length: 40 }, (_, payloadType) => frame({ payloadType }));
    const { codecs, frames } = record(changing, [frame({ payloadType: 31 })]);
    expect(codecs).toHaveLength(32);
    expect(frames).toHaveLength(33);
  });

  it('tells of the first voice that it leaves out, and of nothing else', () => {
    const onLeftOut = vi.fn<() => void>();
    const recorder = createSn3Recorder(() => undefined, { onLeftOut });
    recorder.push([frame(), frame({ mimeType: 'audio/CN', payloadType: 13 })]);
    recorder.push([frame({ mimeType: 'audio/telephone-event' }), frame({ payload: new Uint8Array(0) })]);
    expect(onLeftOut).not.toHaveBeenCalled();
    recorder.push(Array.from({ length: 40 }, (_, payloadType) => frame({ payloadType })));
    recorder.push([frame({ payload: new Uint8Array(4001) })]);
    expect(onLeftOut).toHaveBeenCalledTimes(1);
  });

  it('has no limit of its own: an hour of G.711 has 64 MB', () => {
    const onLeftOut = vi.fn<() => void>();
    const recorder = createSn3Recorder(() => undefined, { onLeftOut });
    const batch = Array.from({ length: 160 }, () => frame({ payload: new Uint8Array(4000) }));
    let byteLength = 3;
    for (let batches = 0; batches < 100; batches += 1) byteLength += recorder.push(batch).byteLength;
    expect(byteLength).toBe(3 + 100 * 160 * 4017);
    expect(onLeftOut).not.toHaveBeenCalled();
  });
});
