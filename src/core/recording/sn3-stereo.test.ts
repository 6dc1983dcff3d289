import { describe, expect, it } from 'vitest';
import { g711Decoder } from './g711.ts';
import type { Sn3Codec } from './sn3-codec.ts';
import type { Sn3Frame } from './sn3-format.ts';
import { packSn3 } from './sn3-pack.ts';
import { decodeSn3, type PayloadDecoder } from './sn3-stereo.ts';

const codec = (direction: 0 | 1, name: string, fromByte = 3): Sn3Codec => ({
  direction,
  name,
  clockRateHz: 8000,
  channels: 1,
  payloadType: 0,
  fromByte,
});
const codecs = [codec(0, 'PCMU'), codec(1, 'PCMA')];
const frame = (direction: 0 | 1, sequenceNumber: number, wallMs: number, byte: number): Sn3Frame => ({
  direction,
  sequenceNumber,
  rtpTimestamp: sequenceNumber * 160,
  wallNs: BigInt(wallMs) * 1_000_000n,
  payload: new Uint8Array(160).fill(byte),
});
/** A codec whose payloads are ten samples at 48 kHz each, of the value of their first byte. */
const wideDecoder: PayloadDecoder = {
  sampleRateHz: 48_000,
  decode: (payloads) => Promise.resolve(payloads.map(([byte = 0]) => new Int16Array(10).fill(byte))),
};
const findDecoder = (name: string) => (name === 'wide' ? wideDecoder : g711Decoder(name));
const decode = (frames: readonly Sn3Frame[], named: readonly Sn3Codec[] = codecs) =>
  decodeSn3(packSn3(frames), named, findDecoder);

/** Value and length of each stretch of equal samples. */
const runs = (track: Int16Array) => {
  const found: [number, number][] = [];
  for (const sample of track) {
    const last = found.at(-1);
    if (last?.[0] === sample) last[1] += 1;
    else found.push([sample, 1]);
  }
  return found;
};

describe('decodeSn3', () => {
  it('decodes each side by its own codec, from one beginning', async () => {
    const { sampleRateHz, left, right } = await decode([frame(1, 1, 40, 0xd5), frame(0, 1, 70, 0x8f)]);
    expect(sampleRateHz).toBe(8000);
    expect(runs(left)).toEqual([
      [0, 240],
      [16764, 160],
    ]);
    expect(runs(right)).toEqual([[8, 160]]);
  });

  it('puts in order what came in one burst, round the end of the sequence numbers, and hears doubles once', async () => {
    const burst = [
      frame(0, 0, 0, 0x9f),
      frame(0, 65_535, 0, 0x8f),
      frame(0, 65_535, 20, 0x8f),
      frame(0, 1, 40, 0xaf),
    ];
    expect(runs((await decode(burst)).left)).toEqual([
      [16764, 160],
      [8316, 160],
      [4092, 160],
    ]);
  });

  it('keeps every frame of a blob that numbers none', async () => {
    const plain = [0, 1, 2].map(() => ({ ...frame(0, 0, 0, 0x9f), rtpTimestamp: 0 }));
    expect((await decode(plain)).left).toHaveLength(480);
  });

  it('scales both sides by the louder one', async () => {
    const { left, right } = await decode([frame(0, 1, 0, 0x80), frame(1, 1, 0, 0xd5 ^ 0x20)]);
    const unscaled = (await decode([frame(1, 1, 0, 0xd5 ^ 0x20)])).right;
    expect(left[0]).toBe(30147);
    expect(right[0]).toBe(Math.round(((unscaled[0] ?? 0) * 0.92 * 32768) / 32124));
  });

  it('follows a side that sends something else from a place on, and lays all of it at one rate', async () => {
    const frames = [frame(0, 1, 0, 0x8f), frame(0, 2, 20, 0xaf), frame(0, 3, 40, 7), frame(1, 1, 40, 9)];
    const { sampleRateHz, left, right } = await decode(frames, [
      codec(0, 'PCMU'),
      codec(0, 'wide', 3 + 2 * 177),
      codec(1, 'wide'),
    ]);
    expect(sampleRateHz).toBe(48_000);
    expect(runs(left)).toEqual([
      [16764, 960],
      [4092, 960],
      [7, 10],
    ]);
    expect(runs(right)).toEqual([
      [0, 1920],
      [9, 10],
    ]);
  });

  it.each([
    ['no codec', [codec(1, 'PCMU')], 'unknown'],
    ['no codec yet', [codec(0, 'PCMU', 4)], 'unknown'],
    ['a codec without decoder', [codec(0, 'G722')], 'G722'],
  ])('refuses frames of %s', async (_what, named, details) => {
    await expect(decode([frame(0, 1, 0, 1)], named)).rejects.toMatchObject({
      detail: { code: 'recording/not-decodable', details },
    });
  });

  it('has nothing to say of an empty blob', async () => {
    const nothing = new Int16Array(0);
    expect(await decode([])).toEqual({ sampleRateHz: 8000, left: nothing, right: nothing });
  });
});
